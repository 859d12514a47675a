package eco.exchange.bidding.application;

import eco.exchange.bidding.application.PartyRegister.Insider;
import eco.exchange.bidding.application.PartyRegister.Interests;
import eco.exchange.bidding.lot.Lot;
import eco.exchange.market.CreditCode;
import eco.exchange.market.PartyId;
import eco.exchange.method.MethodTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Conflicts of interest, and applicants who belong together. */
final class Conflicts {

  private Conflicts() {}

  /** What ties a party, or one that it has declared as its own, to an insider (R-QUA-10). */
  static Optional<String> ofInterest(
      Lot lot, PartyId party, Interests interests, List<String> related) {
    if (lot.transferor().equals(party)) {
      return Optional.of("the transferor may not bid on the own lot");
    }
    Predicate<Insider> isItself =
        insider -> insider.party().equals(party) || isSame(insider.code(), interests.code());
    Optional<String> itself =
        interests.insiders().stream()
            .filter(isItself)
            .findFirst()
            .map(insider -> "the party takes part in the trade as " + insider.concern());
    return itself.or(
        () ->
            interests.insiders().stream()
                .filter(insider -> related.stream().anyMatch(code -> isSame(code, insider.code())))
                .findFirst()
                .map(insider -> "a related party takes part in the trade as " + insider.concern()));
  }

  /** The pairs of applicants for a lot that have declared to belong together (R-QUA-11). */
  static List<RelationView> amongApplicants(List<ApplicationView> applications) {
    List<RelationView> found = new ArrayList<>();
    for (int i = 0; i < applications.size(); i++) {
      for (ApplicationView later : applications.subList(i + 1, applications.size())) {
        ApplicationView earlier = applications.get(i);
        tie(earlier, later)
            .map(code -> new RelationView(earlier.id(), later.id(), code))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** The code that ties two applicants: one names the other, or both name the same. */
  static Optional<String> tie(ApplicationView one, ApplicationView other) {
    return Stream.concat(one.related().stream(), Stream.of(one.code()))
        .filter(
            code ->
                other.related().stream().anyMatch(known -> isSame(known, code))
                    || (one.related().contains(code) && isSame(other.code(), code)))
        .findFirst();
  }

  /**
   * Whether only one of a group may bid: in a tender, by article 34 of the regulations for the law
   * of tenders. Elsewhere the law forbids only that they agree, and the officer is told.
   */
  static boolean onlyOneOfAGroup(Lot lot) {
    return lot.auction().terms().how() instanceof MethodTerms.Tender;
  }

  // A person's number is masked, and two persons may share what is left of it.
  private static boolean isSame(String code, String other) {
    return code.equals(other) && CreditCode.of(code).isPresent();
  }
}
