package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Taker.Roster;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Draws terms without fault in which every kind of taker and measure comes up. */
public final class RandomTerms {

  /** No income that is drawn is so large that a band would never begin. */
  static final long INCOME_MAX = 2_000_000_000L;

  private static final int PARTS_MAX = 7;
  private static final Roster ROSTER = new Roster(Roster.Rule.PER_HEAD, LocalDate.of(2026, 12, 31));
  private static final List<Payee> PAYEES =
      List.of(
          new Payee("fee", "交易机构", Principle.EXCHANGE),
          new Payee("bank", "质权人银行", Principle.PLEDGEE),
          new Payee("watershed", "小流域专户", Principle.WATERSHED),
          new Payee("investor", "治理投资方", Principle.INVESTS),
          new Payee("owner", "所有权人", Principle.OWNS),
          new Payee("household", "承包农户", Principle.HOUSEHOLD),
          new Payee("fund", "公积金公益金", Principle.COLLECTIVE),
          new Payee("members", "成员", Principle.VILLAGERS),
          new Payee("operator", "经营方", Principle.OPERATES));

  private final Random random;

  public RandomTerms(Random random) {
    this.random = random;
  }

  public SharingTerms next() {
    return new SharingTerms(
        PAYEES,
        List.of(new Waterfall(Income.PRICE, steps()), new Waterfall(Income.REVENUE, steps())));
  }

  public Money income() {
    return new Money(random.nextLong(1L << (10 + random.nextInt(21))));
  }

  /** What earlier distributions left, with new facts. */
  public DistributionBasis facts(DistributionBasis left) {
    return left.knowing(
        random.nextBoolean() ? Map.of() : Map.of("bank", money(20_000_000)),
        random.nextInt(3) == 0 ? Optional.empty() : Optional.of(random.nextInt(5_000)));
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    if (random.nextBoolean()) {
      steps.add(Step.fixed("fee", money(10_000)));
    } else {
      steps.add(part(new Taker.One("fee")));
    }
    Step pledge = new Step(new Taker.One("bank"), new Measure.Owed());
    steps.add(random.nextBoolean() ? pledge : pledge.atMost(money(5_000_000)));
    steps.add(reinvestment());
    List<Taker> takers =
        List.of(
            new Taker.Recoup("investor", money(1_000_000_000), inner("investor", "operator")),
            new Taker.One("owner"),
            new Taker.Group("农户组", inner("household", "watershed")),
            new Taker.Collective("集体层", ROSTER, collective()));
    takers.forEach(taker -> steps.add(bounded(part(taker))));
    steps.add(Step.remainder("operator"));
    return steps;
  }

  /** A percentage that is always more than nothing. */
  private Step reinvestment() {
    Percentage share = share();
    return random.nextBoolean()
        ? Step.percent("watershed", share)
        : new Step(
            new Taker.One("watershed"), new Measure.Rising(share, random.nextInt(5_000), share()));
  }

  // So many parts stand side by side that no draw of all of them passes the whole.
  private Step part(Taker taker) {
    return new Step(
        taker,
        switch (random.nextInt(3)) {
          case 0 -> new Measure.Percent(share());
          case 1 -> fraction();
          default -> tiers();
        });
  }

  private Measure fraction() {
    int denominator = List.of(11, 12, 14, 15, 21, 22, 33).get(random.nextInt(7));
    return new Measure.Fraction(1, denominator);
  }

  private Measure tiers() {
    List<Measure.Tier> tiers = new ArrayList<>();
    long from = 0;
    for (int i = 0; i <= random.nextInt(4); i++) {
      tiers.add(new Measure.Tier(new Money(from), share()));
      from += 1 + random.nextLong(INCOME_MAX / 8);
    }
    return new Measure.Tiers(tiers);
  }

  private Step bounded(Step step) {
    long floor = random.nextLong(1_000_000);
    Step floored = random.nextInt(3) == 0 ? step.atLeast(new Money(1 + floor)) : step;
    return random.nextInt(3) == 0
        ? floored.atMost(new Money(1 + floor + random.nextLong(50_000_000)))
        : floored;
  }

  private List<Step> inner(String first, String second) {
    return List.of(part(new Taker.One(first)), Step.remainder(second));
  }

  private List<Step> collective() {
    return List.of(Step.percent("fund", Percentage.parse("30.5")), Step.remainder("members"));
  }

  private Percentage share() {
    return new Percentage(1 + random.nextInt(Percentage.WHOLE_PPM / (PARTS_MAX + 1) / 2));
  }

  private Money money(long fenMax) {
    return new Money(1 + random.nextLong(fenMax));
  }
}
