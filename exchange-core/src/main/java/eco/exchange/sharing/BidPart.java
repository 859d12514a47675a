package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Share;
import eco.exchange.sharing.TermsFault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of each year's revenue that is bid for: what the owner gets, as a rent and a percentage.
 *
 * <p>Terms that leave it to a bid state the least of both, as a fixed amount and a percentage of
 * the one payee who owns; the last step gives whoever operates what is left.
 */
final class BidPart {

  private static final Money LEAST_RENT = new Money(1);

  private final SharingTerms terms;
  private final List<Step> steps;
  private final List<String> owners;

  private BidPart(SharingTerms terms) {
    this.terms = terms;
    this.steps = terms.waterfall(Income.REVENUE).steps();
    this.owners = keys(terms, Principle.OWNS);
  }

  static SharingTerms replaced(SharingTerms terms, Money rent, Share share) {
    BidPart part = new BidPart(terms);
    List<Step> bid = part.steps.stream().flatMap(step -> part.asBid(step, rent, share)).toList();
    return new SharingTerms(
        terms.payees(),
        terms.waterfalls().stream()
            .map(it -> it.income() == Income.REVENUE ? new Waterfall(it.income(), bid) : it)
            .toList());
  }

  // The rent goes before the percentage, so that it is paid first in a year that brings little.
  private Stream<Step> asBid(Step step, Money rent, Share share) {
    return switch (step) {
      case Step.Fixed fixed when owns(fixed.payee()) -> Stream.empty();
      case Step.Percent percent when owns(percent.payee()) ->
          Stream.concat(
              rent.isPositive()
                  ? Stream.of(new Step.Fixed(percent.payee(), rent))
                  : Stream.<Step>empty(),
              Stream.of(new Step.Percent(percent.payee(), share)));
      case Step.Fixed other -> Stream.of(other);
      case Step.Percent other -> Stream.of(other);
      case Step.Group other -> Stream.of(other);
      case Step.Remainder other -> Stream.of(other);
    };
  }

  static List<TermsFault> faultsOf(
      SharingTerms terms, Money rentMin, Share shareMin, Share shareMax) {
    if (!terms.faults().isEmpty()) {
      return List.of();
    }
    BidPart part = new BidPart(terms);
    Optional<String> unclear = part.unclear(rentMin, shareMin);
    return unclear
        .map(why -> List.of(new TermsFault(Code.BID_PART_UNCLEAR, why)))
        .orElseGet(() -> replaced(terms, rentMin.plus(LEAST_RENT), shareMax).faults());
  }

  /** Why it is not clear what a bid replaces, if it is not. */
  private Optional<String> unclear(Money rentMin, Share shareMin) {
    if (owners.size() != 1) {
      return Optional.of("%d payees own, but one gets what is bid".formatted(owners.size()));
    }
    List<Step> stated = new ArrayList<>();
    if (rentMin.isPositive()) {
      stated.add(new Step.Fixed(owners.getFirst(), rentMin));
    }
    stated.add(new Step.Percent(owners.getFirst(), shareMin));
    if (!leavesPaying(steps).toList().equals(stated)) {
      return Optional.of("the revenue pays who owns by these steps alone: " + stated);
    }
    boolean operatorTakesRest =
        steps.getLast() instanceof Step.Remainder rest
            && keys(terms, Principle.OPERATES).contains(rest.payee());
    return operatorTakesRest && steps.containsAll(stated)
        ? Optional.empty()
        : Optional.of("whoever operates takes the rest, and what is bid stands in no group");
  }

  private Stream<Step> leavesPaying(List<Step> list) {
    return list.stream()
        .flatMap(
            step ->
                switch (step) {
                  case Step.Fixed it -> Stream.of(step).filter(s -> owns(it.payee()));
                  case Step.Percent it -> Stream.of(step).filter(s -> owns(it.payee()));
                  case Step.Remainder it -> Stream.of(step).filter(s -> owns(it.payee()));
                  case Step.Group group -> leavesPaying(group.steps());
                });
  }

  private boolean owns(String payee) {
    return owners.contains(payee);
  }

  private static List<String> keys(SharingTerms terms, Principle principle) {
    return terms.payees().stream()
        .filter(payee -> payee.principle() == principle)
        .map(Payee::key)
        .toList();
  }
}
