package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sharing terms for tests; every ratio is illustrative. */
final class ExampleTerms {

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
                Income.PRICE, List.of(percent("watershed", "60"), new Step.Remainder("township"))),
            new Waterfall(
                Income.REVENUE,
                List.of(
                    percent("watershed", "15"),
                    percent("investor", "20"),
                    percent("township", "10"),
                    new Step.Group(
                        "集体层",
                        Share.percent("25"),
                        List.of(percent("collective", "30"), percent("villagers", "70"))),
                    new Step.Remainder("transferee")))));
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
                    new Step.Fixed("owner", Money.yuan(rent)),
                    percent("watershed", "10"),
                    percent("investor", "20"),
                    new Step.Remainder("operator")))));
  }

  /** Terms without fault, with three to ten payees and shares down to a part per million. */
  static SharingTerms random(Random random) {
    List<Payee> payees = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    Principle[] grounds = Principle.values();
    int count = 6 + random.nextInt(5);
    int left = Share.WHOLE_PPM;
    for (int i = 0; i < count; i++) {
      String key = "payee" + i;
      payees.add(new Payee(key, "收款人" + i, grounds[i % grounds.length]));
      if (i == count - 1) {
        steps.add(new Step.Remainder(key));
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
      return new Step.Percent(key, new Share(ppm));
    }
    int inner = 1 + random.nextInt(Share.WHOLE_PPM - 1);
    return new Step.Group(
        "分组",
        new Share(ppm),
        List.of(new Step.Percent(key, new Share(inner)), new Step.Remainder("payee0")));
  }

  static Step percent(String payee, String percent) {
    return new Step.Percent(payee, Share.percent(percent));
  }
}
