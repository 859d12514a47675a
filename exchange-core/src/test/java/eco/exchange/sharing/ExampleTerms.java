package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Sharing terms for tests; every ratio is illustrative. */
public final class ExampleTerms {

  /** The grounds by which anybody may be paid a part. */
  private static final List<Principle> GROUNDS =
      List.copyOf(EnumSet.range(Principle.INVESTS, Principle.EXCHANGE));

  private ExampleTerms() {}

  /** A twenty-year operating right of a township's woodland. */
  static SharingTerms operatingRight() {
    return new SharingTerms(
        List.of(
            new Payee("watershed", "小流域水土保持专户", Principle.WATERSHED),
            new Payee("investor", "县水土保持治理投资方", Principle.INVESTS),
            new Payee("township", "绿葱坡镇人民政府", Principle.OWNS),
            new Payee("collective", "村集体经济组织", Principle.COLLECTIVE),
            new Payee("villagers", "村民", Principle.VILLAGERS),
            new Payee("transferee", "受让方", Principle.OPERATES)),
        List.of(
            new Waterfall(
                Income.PRICE, List.of(percent("watershed", "60"), Step.remainder("township"))),
            new Waterfall(
                Income.REVENUE,
                List.of(
                    percent("watershed", "15"),
                    percent("investor", "20"),
                    percent("township", "10"),
                    Step.group(
                        "集体层",
                        Percentage.parse("25"),
                        List.of(percent("collective", "30"), percent("villagers", "70"))),
                    Step.remainder("transferee")))));
  }

  /** An operating right by which the members of many villages are paid, each village alike. */
  public static SharingTerms ofManyVillages(int payees) {
    List<Payee> all = new ArrayList<>();
    all.add(new Payee("watershed", "小流域水土保持专户", Principle.WATERSHED));
    all.add(new Payee("investor", "县水土保持治理投资方", Principle.INVESTS));
    all.add(new Payee("township", "绿葱坡镇人民政府", Principle.OWNS));
    all.add(new Payee("transferee", "受让方", Principle.OPERATES));
    List<Step> villages = new ArrayList<>();
    int count = payees - all.size();
    for (int i = 1; i <= count; i++) {
      String key = "village%03d".formatted(i);
      all.add(new Payee(key, "第%d村村民".formatted(i), Principle.VILLAGERS));
      villages.add(
          i < count
              ? new Step(new Taker.One(key), new Measure.Fraction(1, count))
              : Step.remainder(key));
    }
    Step group = Step.group("各村村民", Percentage.parse("40"), villages);
    return new SharingTerms(
        all,
        List.of(
            new Waterfall(
                Income.PRICE,
                List.of(percent("watershed", "20"), group, Step.remainder("township"))),
            new Waterfall(
                Income.REVENUE,
                List.of(
                    percent("watershed", "15"),
                    percent("investor", "20"),
                    group,
                    Step.remainder("transferee")))));
  }

  /** Terms in which every kind of taker, measure and bound comes up. */
  public static SharingTerms everyStep() {
    List<Payee> payees = new ArrayList<>(operatingRight().payees());
    payees.add(new Payee("bank", "质权人银行", Principle.PLEDGEE));
    Taker.Roster roster = new Taker.Roster(Taker.Roster.Rule.PER_HEAD, LocalDate.of(2026, 12, 31));
    Step third = new Step(new Taker.One("collective"), new Measure.Fraction(1, 3));
    Taker layer = new Taker.Collective("村集体", roster, List.of(third, Step.remainder("villagers")));
    Taker recoup =
        new Taker.Recoup(
            "investor",
            Money.yuan("1000000"),
            List.of(percent("investor", "20"), Step.remainder("transferee")));
    Measure bands =
        new Measure.Tiers(
            List.of(
                new Measure.Tier(Money.ZERO, Percentage.parse("5")),
                new Measure.Tier(Money.yuan("100000"), Percentage.parse("8"))));
    List<Step> revenue =
        List.of(
            new Step(new Taker.One("bank"), new Measure.Owed()),
            new Step(
                new Taker.One("watershed"),
                new Measure.Rising(Percentage.parse("12.5"), 2_500, Percentage.parse("5"))),
            new Step(recoup, new Measure.Percent(Percentage.parse("25"))),
            new Step(new Taker.One("township"), bands)
                .atLeast(Money.yuan("8000"))
                .atMost(Money.yuan("50000")),
            new Step(layer, new Measure.Percent(Percentage.parse("20"))),
            Step.remainder("transferee"));
    List<Step> price =
        List.of(
            percent("watershed", "60"),
            new Step(layer, new Measure.Percent(Percentage.parse("30"))),
            Step.remainder("township"));
    return new SharingTerms(
        payees,
        List.of(
            new Waterfall(Income.PRICE, price),
            new Waterfall(Income.REVENUE, revenue),
            new Waterfall(Income.COMPENSATION, price)));
  }

  static SharingTerms withFixedRent(String rent) {
    return new SharingTerms(
        List.of(
            new Payee("watershed", "专户", Principle.WATERSHED),
            new Payee("owner", "所有权人", Principle.OWNS),
            new Payee("investor", "投资方", Principle.INVESTS),
            new Payee("operator", "经营方", Principle.OPERATES)),
        List.of(
            new Waterfall(Income.PRICE, List.of(percent("watershed", "100"))),
            new Waterfall(
                Income.REVENUE,
                List.of(
                    Step.fixed("owner", Money.yuan(rent)),
                    percent("watershed", "10"),
                    percent("investor", "20"),
                    Step.remainder("operator")))));
  }

  /** Terms without fault, with three to ten payees and shares down to a part per million. */
  static SharingTerms random(Random random) {
    List<Payee> payees = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    int count = 6 + random.nextInt(5);
    int left = Percentage.WHOLE_PPM;
    for (int i = 0; i < count; i++) {
      String key = "payee" + i;
      payees.add(new Payee(key, "收款人" + i, GROUNDS.get(i % GROUNDS.size())));
      if (i == count - 1) {
        steps.add(Step.remainder(key));
      } else {
        int ppm = 1 + random.nextInt(Math.max(1, left / 2));
        left -= ppm;
        steps.add(step(random, key, ppm));
      }
    }
    return new SharingTerms(
        payees, List.of(new Waterfall(Income.PRICE, steps), new Waterfall(Income.REVENUE, steps)));
  }

  private static Step step(Random random, String key, int ppm) {
    if (random.nextInt(4) > 0) {
      return Step.percent(key, new Percentage(ppm));
    }
    int inner = 1 + random.nextInt(Percentage.WHOLE_PPM - 1);
    return Step.group(
        "分组",
        new Percentage(ppm),
        List.of(Step.percent(key, new Percentage(inner)), Step.remainder("payee0")));
  }

  static Step percent(String payee, String percent) {
    return Step.percent(payee, Percentage.parse(percent));
  }
}
