package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import eco.exchange.sharing.TermsFault.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of each year's revenue that is bid for: what the owner gets, as a rent and a percentage.
 *
 * <p>Terms that leave it to a bid state the least of both, as a fixed amount and a percentage of
 * the one payee who owns; the last step gives whoever operates what is left.
 */
public final class RevenueBid {

  private static final Money LEAST_RENT = new Money(1);

  private final SharingTerms terms;
  private final List<Step> steps;
  private final List<String> owners;

  private RevenueBid(SharingTerms terms) {
    this.terms = terms;
    this.steps = terms.waterfall(Income.REVENUE).steps();
    this.owners = keys(terms, Principle.OWNS);
  }

  /**
   * Terms with the owner's part of each year's revenue as it was bid: a rent, which comes first,
   * and a percentage in the place of the one that they state. Whoever operates is left with less;
   * nothing else changes.
   *
   * @param terms the terms, which state the least bid
   * @param rent a fixed sum for each year; may be nothing
   * @param share a part of each year's revenue, not more than {@link #faultsOf} was asked about
   */
  public static SharingTerms into(SharingTerms terms, Money rent, Percentage share) {
    RevenueBid part = new RevenueBid(terms);
    List<Step> bid = part.steps.stream().flatMap(step -> part.asBid(step, rent, share)).toList();
    return new SharingTerms(
        terms.payees(),
        terms.waterfalls().stream()
            .map(it -> it.income() == Income.REVENUE ? new Waterfall(it.income(), bid) : it)
            .toList());
  }

  // The rent goes before the percentage, so that it is paid first in a year that brings little.
  private Stream<Step> asBid(Step step, Money rent, Percentage share) {
    if (!paysTheOwner(step)) {
      return Stream.of(step);
    }
    return step.measure() instanceof Measure.Percent
        ? stated(step.taker().paid().orElseThrow(), rent, share).stream()
        : Stream.empty();
  }

  private static List<Step> stated(String owner, Money rent, Percentage share) {
    Step percent = Step.percent(owner, share);
    return rent.isPositive() ? List.of(Step.fixed(owner, rent), percent) : List.of(percent);
  }

  /**
   * Why the owner's part of each year's revenue cannot be left to a bid; empty if it can: for every
   * share up to the greatest, and every rent, the parts make the whole.
   *
   * @param terms the terms, which are told of faults of their own elsewhere
   * @param rentMin the least rent, which the terms state as a fixed amount if it is not nothing
   * @param shareMin the least share, which the terms state as a percentage
   * @param shareMax the greatest share
   */
  public static List<TermsFault> faultsOf(
      SharingTerms terms, Money rentMin, Percentage shareMin, Percentage shareMax) {
    if (!TermsCheck.faultsOf(terms).isEmpty()) {
      return List.of();
    }
    if (!terms.shares(Income.REVENUE)) {
      return List.of(new TermsFault(Code.BID_PART_UNCLEAR, "no revenue is shared"));
    }
    RevenueBid part = new RevenueBid(terms);
    Optional<String> unclear = part.unclear(rentMin, shareMin);
    return unclear
        .map(why -> List.of(new TermsFault(Code.BID_PART_UNCLEAR, why)))
        .orElseGet(() -> TermsCheck.faultsOf(into(terms, rentMin.plus(LEAST_RENT), shareMax)));
  }

  /**
   * What each of these revenues leaves for who owns and who operates, after all others have had
   * what the terms give them: no offer may be more, or others would go short, or it would never be
   * paid. Where nobody has monitored, the watershed counts as eroding, so that it takes the more.
   *
   * @param terms the terms, of which {@link #faultsOf} finds nothing
   */
  public static List<Money> left(SharingTerms terms, List<Money> revenues) {
    RevenueBid part = new RevenueBid(terms);
    return revenues.stream().map(part::left).toList();
  }

  private Money left(Money revenue) {
    List<Step> others =
        steps.stream()
            .filter(step -> !paysTheOwner(step) && !(step.measure() instanceof Measure.Rest))
            .toList();
    Rational taken =
        WaterfallRun.through(new Waterfall(Income.REVENUE, others), revenue, DistributionBasis.NONE)
            .entitlements()
            .stream()
            .map(Entitlement::exact)
            .reduce(Rational.ZERO, Rational::plus);
    return new Money(Rational.fenOf(revenue).minus(taken).floor());
  }

  /** Why it is not clear what a bid replaces, if it is not. */
  private Optional<String> unclear(Money rentMin, Percentage shareMin) {
    if (owners.size() != 1) {
      return Optional.of("%d payees own, but one gets what is bid".formatted(owners.size()));
    }
    List<Step> stated = stated(owners.getFirst(), rentMin, shareMin);
    if (!payingTheOwner(steps).toList().equals(stated)) {
      return Optional.of(
          "the revenue pays '%s' by these steps alone: %s"
              .formatted(
                  owners.getFirst(),
                  stated.stream().map(StepWords::of).collect(Collectors.joining(", then "))));
    }
    boolean operatorTakesRest =
        steps.getLast().measure() instanceof Measure.Rest
            && steps.getLast().taker().paid().filter(this::operates).isPresent();
    return operatorTakesRest && steps.containsAll(stated)
        ? Optional.empty()
        : Optional.of("whoever operates takes the rest, and what is bid stands in no group");
  }

  private Stream<Step> payingTheOwner(List<Step> list) {
    return list.stream()
        .flatMap(
            step ->
                Stream.concat(
                    Stream.of(step).filter(this::paysTheOwner),
                    payingTheOwner(step.taker().steps())));
  }

  private boolean paysTheOwner(Step step) {
    return step.taker().paid().filter(owners::contains).isPresent();
  }

  private boolean operates(String payee) {
    return keys(terms, Principle.OPERATES).contains(payee);
  }

  private static List<String> keys(SharingTerms terms, Principle principle) {
    return terms.payees().stream()
        .filter(payee -> payee.principle() == principle)
        .map(Payee::key)
        .toList();
  }
}
