package eco.exchange.settlement.roster;

import static eco.exchange.answer.Decision.done;
import static eco.exchange.answer.Decision.refused;
import static eco.exchange.settlement.roster.RosterRefusal.ACCOUNT_SHARED;
import static eco.exchange.settlement.roster.RosterRefusal.COLLECTIVE_UNNAMED;
import static eco.exchange.settlement.roster.RosterRefusal.MEMBERS_OUT_OF_BOUNDS;
import static eco.exchange.settlement.roster.RosterRefusal.MEMBER_MISSHAPEN;
import static eco.exchange.settlement.roster.RosterRefusal.MEMBER_TWICE;
import static eco.exchange.settlement.roster.RosterRefusal.NOT_SHARED_BY_ROSTER;
import static eco.exchange.settlement.roster.RosterRefusal.NOT_THE_COLLECTIVE;
import static eco.exchange.settlement.roster.RosterRefusal.PAYEE_UNKNOWN;
import static eco.exchange.settlement.roster.RosterRefusal.RECORD_DATE_AHEAD;
import static eco.exchange.settlement.roster.RosterRefusal.ROSTER_SHOWN;
import static eco.exchange.settlement.roster.RosterRefusal.SHARES_MISSING;
import static eco.exchange.settlement.roster.RosterRefusal.TERMS_DIFFER;
import static eco.exchange.settlement.roster.RosterRefusal.TEXT_OUT_OF_BOUNDS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import eco.exchange.answer.Decision;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.event.MarketEvent;
import eco.exchange.event.RosterEvent;
import eco.exchange.market.Actor;
import eco.exchange.settlement.person.SealedAccount;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.Taker.Roster.Rule;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The rules by which a collective that is named for a payee files the roster of its members. */
final class FilingRules {

  private static final Set<Principle> OF_COLLECTIVES =
      Set.of(Principle.VILLAGERS, Principle.COLLECTIVE, Principle.OWNS);

  private static final int RESOLUTION_MAX = 200;
  private static final long SHARES_MAX = 1_000_000_000L;
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{1,12}");
  private static final Pattern SHOWN = Pattern.compile("[^\\p{Cntrl}|]{1,40}");

  /** One rule about the content of a roster: whether it is broken. */
  private record Fault(RosterRefusal reason, String detail) {}

  private FilingRules() {}

  static Decision<List<RosterChange>, RosterView> file(
      PayeeRosters ground, FileRoster told, Actor by, Instant objectionsEndAt, Instant now) {
    Optional<Fault> fault = standing(ground, by).or(() -> content(ground, told, now));
    if (fault.isPresent()) {
      return refused(fault.get().reason(), fault.get().detail(), List.of());
    }
    String hash = RosterHash.of(told);
    Optional<RosterView> shown =
        ground.latest().filter(latest -> latest.state() == RosterView.State.SHOWN);
    if (shown.isEmpty()) {
      return filed(ground, told, hash, by, objectionsEndAt, now);
    }
    return shown.get().hash().equals(hash)
        ? done(shown.get(), List.of())
        : refused(ROSTER_SHOWN, shown.get().id() + " is still shown", List.of());
  }

  private static Decision<List<RosterChange>, RosterView> filed(
      PayeeRosters ground,
      FileRoster told,
      String hash,
      Actor by,
      Instant objectionsEndAt,
      Instant now) {
    RosterId id = new RosterId(told.contract(), told.payee(), ground.rosters().size() + 1);
    RosterView roster =
        new RosterView(
            id,
            told.rule(),
            told.recordDate(),
            told.resolution(),
            hash,
            told.members().size(),
            households(told.members()).size(),
            told.members().stream().mapToLong(RosterMember::shares).sum(),
            by.account(),
            now,
            objectionsEndAt,
            Optional.empty());
    return done(
        roster,
        List.of(new RosterChange.Filed(roster, told.members(), told.accounts())),
        event(id, by, objectionsEndAt));
  }

  private static MarketEvent event(RosterId id, Actor by, Instant objectionsEndAt) {
    return new RosterEvent.RosterFiled(
        id.contract().trade(),
        id.contract(),
        id.payee(),
        id.version(),
        by.account(),
        objectionsEndAt);
  }

  private static Optional<Fault> standing(PayeeRosters ground, Actor by) {
    if (ground.principle().filter(OF_COLLECTIVES::contains).isEmpty()) {
      return fault(PAYEE_UNKNOWN, "no collective can be the payee '%s'", ground.payee());
    }
    if (ground.beneficiary().isEmpty()) {
      return fault(COLLECTIVE_UNNAMED, "no collective is named for '%s'", ground.payee());
    }
    if (!ground.beneficiary().get().collective().id().equals(by.party())) {
      return fault(NOT_THE_COLLECTIVE, "its own collective files it");
    }
    return ground.principle().filter(Principle.VILLAGERS::equals).isEmpty()
        ? fault(NOT_SHARED_BY_ROSTER, "'%s' is the collective itself", ground.payee())
        : Optional.empty();
  }

  private static Optional<Fault> content(PayeeRosters ground, FileRoster told, Instant now) {
    if (told.resolution().isBlank() || told.resolution().length() > RESOLUTION_MAX) {
      return fault(TEXT_OUT_OF_BOUNDS, "a resolution has 1 to %d characters", RESOLUTION_MAX);
    }
    if (told.members().isEmpty() || told.members().size() > FileRoster.MEMBERS_MAX) {
      return fault(MEMBERS_OUT_OF_BOUNDS, "1 to %d members", FileRoster.MEMBERS_MAX);
    }
    return members(told)
        .or(
            () ->
                told.recordDate().isAfter(WorkingCalendar.dayOf(now))
                    ? fault(RECORD_DATE_AHEAD, "%s has not come", told.recordDate())
                    : Optional.empty())
        .or(() -> terms(ground, told));
  }

  private static Optional<Fault> members(FileRoster told) {
    List<RosterMember> members = told.members();
    Optional<RosterMember> misshapen = members.stream().filter(it -> !isShaped(it)).findFirst();
    if (misshapen.isPresent()) {
      return fault(MEMBER_MISSHAPEN, "the line of '%s'", misshapen.get().number());
    }
    Optional<RosterMember> twice =
        repeated(members, RosterMember::number)
            .or(() -> repeated(members, member -> member.sealed().blindIndex()));
    if (twice.isPresent()) {
      return fault(MEMBER_TWICE, "the line of '%s'", twice.get().number());
    }
    if (isShared(told)) {
      return fault(ACCOUNT_SHARED, "an account stands for two households");
    }
    boolean hasShares = members.stream().anyMatch(member -> member.shares() > 0);
    return told.rule() == Rule.BY_SHARES && !hasShares
        ? fault(SHARES_MISSING, "nobody holds a share")
        : Optional.empty();
  }

  // An account is a household's at most: nobody collects for others.
  private static boolean isShared(FileRoster told) {
    Map<String, String> households =
        told.members().stream()
            .collect(toMap(member -> member.sealed().blindIndex(), RosterMember::household));
    return told.accounts().stream()
        .filter(account -> households.containsKey(account.person()))
        .collect(
            groupingBy(
                SealedAccount::mark, mapping(account -> households.get(account.person()), toSet())))
        .values()
        .stream()
        .anyMatch(paid -> paid.size() > 1);
  }

  private static boolean isShaped(RosterMember member) {
    return NUMBER.matcher(member.number()).matches()
        && NUMBER.matcher(member.household()).matches()
        && SHOWN.matcher(member.shown()).matches()
        && member.shares() >= 0
        && member.shares() <= SHARES_MAX;
  }

  private static Optional<RosterMember> repeated(
      List<RosterMember> members, Function<RosterMember, String> key) {
    Set<String> seen = new HashSet<>();
    return members.stream().filter(member -> !seen.add(key.apply(member))).findFirst();
  }

  private static Optional<Fault> terms(PayeeRosters ground, FileRoster told) {
    return ground
        .stated()
        .filter(it -> it.rule() != told.rule() || !it.on().equals(told.recordDate()))
        .findFirst()
        .flatMap(it -> fault(TERMS_DIFFER, "the contract says %s on %s", it.rule(), it.on()));
  }

  private static Set<String> households(List<RosterMember> members) {
    Set<String> households = new HashSet<>();
    members.forEach(member -> households.add(member.household()));
    return households;
  }

  private static Optional<Fault> fault(RosterRefusal reason, String form, Object... values) {
    return Optional.of(new Fault(reason, form.formatted(values)));
  }
}
