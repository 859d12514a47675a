package eco.exchange.lab.soak.rent;

import eco.exchange.method.MethodTerms.ShareOfRevenue;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Measure;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.RevenueBid;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import eco.exchange.sharing.TermsCheck;
import eco.exchange.sharing.Waterfall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sale by rent and share as it is drawn: the sharing terms, what the notice says, and the offers.
 *
 * @param terms the sharing terms, with the least bid in them
 * @param how the terms of the method, with what each expected year leaves
 * @param offers the offers, in the order in which they are handed in
 */
record RentSale(SharingTerms terms, ShareOfRevenue how, List<Offer.Yearly> offers) {

  private static final int OFFERS_MAX = 8;
  private static final int YEARS_MAX = 12;
  private static final int REVENUE_MAX = 100_000_000;
  private static final int SHARE_MAX = 600_000;
  private static final int STEPS_MAX = 6;

  private static final List<Payee> PAYEES =
      List.of(
          new Payee("watershed", "小流域专户", Principle.WATERSHED),
          new Payee("investor", "治理投资方", Principle.INVESTS),
          new Payee("villagers", "村民", Principle.VILLAGERS),
          new Payee("owner", "所有权人", Principle.OWNS),
          new Payee("operator", "经营方", Principle.OPERATES));

  /** Draws a sale whose terms have no fault, and whose least bid its expected years can carry. */
  static RentSale drawn(RandomGenerator random) {
    while (true) {
      RentSale sale = any(random);
      ShareOfRevenue how = sale.how;
      boolean isSound =
          how.faults().isEmpty()
              && TermsCheck.faultsOf(sale.terms).isEmpty()
              && RevenueBid.faultsOf(sale.terms, how.rentMin(), how.shareMin(), how.shareMax())
                  .isEmpty();
      if (isSound) {
        ShareOfRevenue reckoned = how.leaving(RevenueBid.left(sale.terms, how.revenues()));
        if (reckoned.yearTooPoorFor(how.leastOffer()).isEmpty()) {
          return new RentSale(sale.terms, reckoned, offers(random, reckoned));
        }
      }
    }
  }

  private static RentSale any(RandomGenerator random) {
    Percentage shareMin = new Percentage(1 + random.nextInt(SHARE_MAX / 2));
    Percentage shareMax = new Percentage(shareMin.ppm() + random.nextInt(SHARE_MAX / 2));
    Money rentMin = new Money(random.nextInt(3) == 0 ? random.nextInt(100_000) : 0);
    ShareOfRevenue how =
        new ShareOfRevenue(
            shareMin,
            shareMax,
            rentMin,
            new Percentage(random.nextInt(120_000)),
            IntStream.rangeClosed(0, random.nextInt(YEARS_MAX))
                .mapToObj(year -> new Money(random.nextInt(20) == 0 ? 0 : revenue(random)))
                .toList());
    Waterfall price = new Waterfall(Income.PRICE, List.of(Step.remainder("watershed")));
    Waterfall revenue = new Waterfall(Income.REVENUE, steps(random, rentMin, shareMin));
    return new RentSale(new SharingTerms(PAYEES, List.of(price, revenue)), how, List.of());
  }

  private static long revenue(RandomGenerator random) {
    return random.nextLong(1L + random.nextInt(REVENUE_MAX));
  }

  private static List<Step> steps(RandomGenerator random, Money rentMin, Percentage shareMin) {
    List<Step> steps = new ArrayList<>();
    for (String payee : List.of("watershed", "investor", "villagers")) {
      steps.add(step(random, payee));
    }
    while (steps.size() < STEPS_MAX && random.nextBoolean()) {
      steps.add(step(random, PAYEES.get(random.nextInt(3)).key()));
    }
    Collections.shuffle(steps, random);
    List<Step> owner =
        rentMin.isPositive()
            ? List.of(Step.fixed("owner", rentMin), Step.percent("owner", shareMin))
            : List.of(Step.percent("owner", shareMin));
    steps.addAll(random.nextInt(steps.size() + 1), owner);
    steps.add(Step.remainder("operator"));
    return steps;
  }

  private static Step step(RandomGenerator random, String payee) {
    Percentage share = new Percentage(1 + random.nextInt(SHARE_MAX / STEPS_MAX));
    Step percent = Step.percent(payee, share);
    Money some = new Money(1 + random.nextInt(500_000));
    return switch (random.nextInt(8)) {
      case 0 -> Step.fixed(payee, some);
      case 1 -> percent.atLeast(some);
      case 2 -> percent.atMost(some);
      case 3 ->
          new Step(
              new Taker.One(payee),
              new Measure.Tiers(
                  List.of(
                      new Measure.Tier(Money.ZERO, share),
                      new Measure.Tier(some, new Percentage(random.nextInt(SHARE_MAX / 6))))));
      case 4 ->
          new Step(
              new Taker.One(payee),
              new Measure.Rising(share, 1_000, new Percentage(1 + random.nextInt(50_000))));
      case 5 -> Step.group("组 " + payee, share, List.of(Step.remainder(payee)));
      default -> percent;
    };
  }

  /** Offers of all kinds, many of them near to what a year leaves, and some as high as can be. */
  private static List<Offer.Yearly> offers(RandomGenerator random, ShareOfRevenue how) {
    return Stream.generate(() -> offer(random, how)).limit(1 + random.nextInt(OFFERS_MAX)).toList();
  }

  private static Offer.Yearly offer(RandomGenerator random, ShareOfRevenue how) {
    int span = how.shareMax().ppm() - how.shareMin().ppm();
    Percentage share = new Percentage(how.shareMin().ppm() + random.nextInt(span + 1));
    int year = random.nextInt(how.revenues().size());
    long left = how.left().orElseThrow().get(year).fen();
    long ofShare = how.revenues().get(year).fen() * share.ppm() / Percentage.WHOLE_PPM;
    long rent =
        switch (random.nextInt(5)) {
          case 0 -> 99_999_999_900L;
          case 1 -> left - ofShare + random.nextInt(3) - 1;
          case 2 -> how.rentMin().fen();
          default -> random.nextLong(1 + Math.max(0, left));
        };
    return new Offer.Yearly(new Money(Math.max(how.rentMin().fen(), rent)), share);
  }
}
