package eco.exchange.settlement.roster;

import eco.exchange.settlement.collective.BeneficiaryView;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rosters of one payee, with all that a decision about them needs to know.
 *
 * @param payee the key of the payee
 * @param terms the terms of its contract; empty if no such contract is in effect
 * @param beneficiary which collective it is, if that was confirmed
 * @param rosters every version of its roster, oldest first
 * @param objections every objection to any of them, oldest first
 */
record PayeeRosters(
    String payee,
    Optional<SharingTerms> terms,
    Optional<BeneficiaryView> beneficiary,
    List<RosterView> rosters,
    List<ObjectionView> objections) {

  Optional<RosterView> roster(RosterId id) {
    return rosters.stream().filter(roster -> roster.id().equals(id)).findFirst();
  }

  Optional<RosterView> latest() {
    return rosters.stream().reduce((earlier, later) -> later);
  }

  List<ObjectionView> objections(RosterId id) {
    return objections.stream().filter(objection -> objection.roster().equals(id)).toList();
  }

  /** The ground on which the terms pay this payee, if they know it. */
  Optional<Principle> principle() {
    return terms.stream()
        .flatMap(known -> known.payees().stream())
        .filter(known -> known.key().equals(payee))
        .map(Payee::principle)
        .findFirst();
  }

  /** What the terms say about the roster: by which rule, and who is on it. */
  Stream<Taker.Roster> stated() {
    return terms.stream()
        .flatMap(known -> known.waterfalls().stream())
        .flatMap(waterfall -> layers(waterfall.steps()))
        .filter(layer -> every(layer.steps()).anyMatch(this::paysThis))
        .map(Taker.Collective::roster);
  }

  private boolean paysThis(Step step) {
    return step.taker().paid().filter(payee::equals).isPresent();
  }

  private static Stream<Taker.Collective> layers(List<Step> steps) {
    return every(steps)
        .map(Step::taker)
        .filter(Taker.Collective.class::isInstance)
        .map(Taker.Collective.class::cast);
  }

  private static Stream<Step> every(List<Step> steps) {
    return steps.stream()
        .flatMap(step -> Stream.concat(Stream.of(step), every(step.taker().steps())));
  }
}
