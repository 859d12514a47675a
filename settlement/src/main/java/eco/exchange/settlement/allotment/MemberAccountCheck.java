package eco.exchange.settlement.allotment;

import static eco.exchange.settlement.roster.RosterRefusal.ACCOUNT_OF_ANOTHER;
import static eco.exchange.settlement.roster.RosterRefusal.MEMBER_UNKNOWN;
import static eco.exchange.settlement.roster.RosterRefusal.NOT_THE_COLLECTIVE;

import eco.exchange.answer.Refusal;
import eco.exchange.market.Actor;
import eco.exchange.market.PartyId;
import java.util.List;
import java.util.Optional;

/**
 * The check of the account of a member, made when it is told.
 *
 * @param collective the collective whose member it is
 * @param lines the member, and whoever is paid to the account that is told, as rosters have them
 * @param hasComeBack whether something has come back from where the member is paid
 */
record MemberAccountCheck(Optional<PartyId> collective, List<Line> lines, boolean hasComeBack) {

  /** A member, and the mark of the account to which it is paid, if any. */
  record Line(String member, String household, String person, Optional<String> mark) {}

  /** Why it is refused, if it is. */
  Optional<Refusal> refusal(SupplyAccount told, Actor by) {
    if (collective.filter(by.party()::equals).isEmpty()) {
      return refused(new Refusal(NOT_THE_COLLECTIVE, "its own collective tells it"));
    }
    Optional<Line> member = own(told).filter(line -> line.person().equals(told.account().person()));
    if (member.isEmpty()) {
      return refused(new Refusal(MEMBER_UNKNOWN, "no member " + told.member()));
    }
    boolean isOfAnother =
        lines.stream()
            .filter(line -> line.mark().filter(told.account().mark()::equals).isPresent())
            .anyMatch(line -> !line.household().equals(member.get().household()));
    return isOfAnother
        ? refused(new Refusal(ACCOUNT_OF_ANOTHER, "another household is paid to this account"))
        : Optional.empty();
  }

  /** Whether it is to be noted: it is another account, or this one is told once more. */
  boolean isNews(SupplyAccount told) {
    return hasComeBack
        || own(told).flatMap(Line::mark).filter(told.account().mark()::equals).isEmpty();
  }

  private Optional<Line> own(SupplyAccount told) {
    return lines.stream().filter(line -> line.member().equals(told.member())).findFirst();
  }

  private static Optional<Refusal> refused(Refusal refusal) {
    return Optional.of(refusal);
  }
}
