package eco.exchange.wording;

import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.method.LotTerms;
import eco.exchange.method.MethodTerms;
import eco.exchange.method.MethodTerms.Descending;
import eco.exchange.method.MethodTerms.English;
import eco.exchange.method.MethodTerms.ListingThenTimed;
import eco.exchange.method.MethodTerms.Negotiated;
import eco.exchange.method.MethodTerms.PriceTime;
import eco.exchange.method.MethodTerms.Scoring;
import eco.exchange.method.MethodTerms.Scoring.Criterion;
import eco.exchange.method.MethodTerms.SealedOneShot;
import eco.exchange.method.MethodTerms.ShareOfRevenue;
import eco.exchange.method.MethodTerms.Tender;
import eco.exchange.method.MethodTerms.Weighted;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every number that a method is told stands in the notice. */
class WordingAMethodTest {

  private static final Scoring SCORING =
      new Scoring(
          Percentage.parse("60"),
          List.of(
              new Criterion("防治方案", Percentage.parse("25")),
              new Criterion("村民受益", Percentage.parse("15"))));

  @Test
  void times_are_told_as_people_say_them() {
    assertThat(TimeWording.words(Duration.ofMinutes(5))).isEqualTo("5 分钟");
    assertThat(TimeWording.words(Duration.parse("P1DT2H30M5.250S")))
        .isEqualTo("1 天 2 小时 30 分钟 5 秒 250 毫秒");
  }

  @Test
  void rising_bids_tell_the_raise_and_the_extension() {
    assertThat(rules(new English(Duration.ofMinutes(5), Optional.empty())))
        .containsExactly("报价不低于底价，每次加价为 6,000.00 元的整数倍。", "最后 5 分钟内有人报价的，竞价自该次报价起顺延 5 分钟。");
    assertThat(rules(new English(Duration.ofMinutes(5), Optional.of(Duration.ofHours(2)))))
        .last()
        .asString()
        .endsWith("顺延 5 分钟，累计顺延不超过 2 小时。");
  }

  @Test
  void scores_tell_the_formula_with_every_weight() {
    String formula = "综合得分 = 报价 ÷ 最高有效报价 × 100 × 60 % + 防治方案得分 × 25 % + 村民受益得分 × 15 %；得分高者得。";
    assertThat(rules(new Weighted(SCORING))).contains(formula, "各项得分在开启报价之前评定并冻结。");
    assertThat(rules(new Tender(3, SCORING))).contains(formula, "投标人不足 3 个的，不开标。");
  }

  @Test
  void a_falling_price_tells_its_start_its_steps_and_the_times_after_it() {
    assertThat(
            rules(
                new Descending(
                    Money.yuan("1200000"),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(2))))
        .containsExactly(
            "起始价 1,200,000.00 元，每 10 分钟降低 6,000.00 元，降至底价为止。",
            "有人应价后，其他竞买人可以在 1 小时内递交高于应价的密封报价。",
            "密封报价开启后，应价人可以在 2 小时内再报一次价；价高者得。");
  }

  @Test
  void a_share_tells_its_limits_the_rate_and_every_year() {
    assertThat(
            String.join(
                "",
                rules(
                    new ShareOfRevenue(
                        Percentage.parse("10"),
                        Percentage.parse("35"),
                        Money.yuan("500"),
                        Percentage.parse("4.5"),
                        List.of(Money.yuan("90000"), Money.yuan("95000"))))))
        .contains("年租金不低于 500.00 元，分成比例为 10 % 至 35 %", "÷（1 + 4.5 %）^t")
        .contains("第 1 年 90,000.00，第 2 年 95,000.00", "不构成承诺", "价款为 1,080,000.00 元，不竞价");
  }

  @Test
  void the_other_methods_tell_what_decides() {
    assertThat(rules(new SealedOneShot())).last().asString().contains("价高者得", "先到者得");
    assertThat(rules(new PriceTime(2))).last().asString().contains("最多修改 2 次");
    assertThat(rules(new Negotiated())).first().asString().contains("较高者");
    assertThat(
            String.join(
                "",
                rules(
                    new ListingThenTimed(
                        Duration.ofMinutes(5), Duration.ofMinutes(6), Duration.ofMinutes(30)))))
        .contains("在 5 分钟内答复", "重新倒计时 6 分钟", "截止前 30 分钟内录入");
  }

  private static List<String> rules(MethodTerms how) {
    Instant any = Instant.EPOCH;
    return MethodWording.rules(
        new LotTerms(
            Money.yuan("1080000"),
            Money.yuan("6000"),
            Money.yuan("216000"),
            any,
            any,
            any,
            any,
            how,
            "2025"));
  }
}
