package eco.exchange.sharing;

import static eco.exchange.sharing.ExampleTerms.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each kind of step by itself, reckoned by hand. */
class SharingByEveryStepTest {

  private static final Step REST = Step.remainder("operator");

  @Test
  void a_third_is_a_third_and_three_of_them_make_the_whole() {
    SharingTerms thirds = revenue(third("investor"), third("owner"), third("operator"));

    assertThat(paid(thirds, "100.00")).isEqualTo("investor 33.34, owner 33.33, operator 33.33");
    DistributionBasis left = shared(thirds, "100.00", DistributionBasis.NONE).standing();
    assertThat(left.carriedFor("investor")).isEqualTo(Rational.of(-2, 3));
    assertThat(left.carriedFor("owner")).isEqualTo(Rational.of(1, 3));
    assertThat(paid(thirds, "100.00", left))
        .isEqualTo("investor 33.33, owner 33.34, operator 33.33");
  }

  @Test
  void a_guaranteed_minimum_is_paid_when_the_percentage_brings_less() {
    SharingTerms floor = revenue(percent("owner", "10").atLeast(Money.yuan("500")), REST);

    assertThat(paid(floor, "4000.00")).isEqualTo("owner 500.00, operator 3500.00");
    assertThat(paid(floor, "6000.00")).isEqualTo("owner 600.00, operator 5400.00");
    assertThat(paid(floor, "300.00")).isEqualTo("owner 300.00");
  }

  @Test
  void nobody_gets_more_than_the_cap_however_much_comes_in() {
    SharingTerms cap = revenue(percent("investor", "10").atMost(Money.yuan("500")), REST);

    assertThat(paid(cap, "4000.00")).isEqualTo("investor 400.00, operator 3600.00");
    assertThat(paid(cap, "60000.00")).isEqualTo("investor 500.00, operator 59500.00");
  }

  @Test
  void each_band_has_its_own_share_as_a_progressive_tax_is_reckoned() {
    Measure bands =
        new Measure.Tiers(List.of(tier("0", "5"), tier("10000", "10"), tier("50000", "20")));
    SharingTerms tiers = revenue(new Step(new Taker.One("owner"), bands), REST);

    assertThat(paid(tiers, "10000.00")).isEqualTo("owner 500.00, operator 9500.00");
    assertThat(paid(tiers, "50000.00")).isEqualTo("owner 4500.00, operator 45500.00");
    assertThat(paid(tiers, "60000.00")).isEqualTo("owner 6500.00, operator 53500.00");
  }

  @Test
  void the_investor_recovers_a_sum_over_the_years_and_the_next_steps_begin_in_the_same_year() {
    Taker recoup =
        new Taker.Recoup("investor", Money.yuan("1000"), List.of(percent("owner", "25"), REST));
    SharingTerms terms =
        revenue(new Step(recoup, new Measure.Percent(Percentage.parse("40"))), REST);

    Distribution first = shared(terms, "1500.00", DistributionBasis.NONE);
    assertThat(paid(first)).isEqualTo("investor 600.00, operator 900.00");
    // 600 are 40 %: 400 complete the sum, and a quarter of the other 200 goes to the owner.
    Distribution second = shared(terms, "1500.00", first.standing());
    assertThat(paid(second)).isEqualTo("investor 400.00, owner 50.00, operator 1050.00");
    assertThat(second.standing().recoupedBy("investor")).isEqualTo(Rational.of(100_000));
    Distribution third = shared(terms, "1500.00", second.standing());
    assertThat(paid(third)).isEqualTo("owner 150.00, operator 1350.00");
    assertThat(third.standing().recoupedBy("investor")).isEqualTo(Rational.of(100_000));
  }

  @Test
  void a_pledgee_is_paid_what_is_owed_and_no_more_than_there_is() {
    Step pledge = new Step(new Taker.One("bank"), new Measure.Owed());
    SharingTerms terms = revenue(pledge, percent("watershed", "10"), pledge, REST);

    assertThat(paid(terms, "1000.00")).isEqualTo("watershed 100.00, operator 900.00");
    assertThat(paid(terms, "1000.00", owing("300")))
        .isEqualTo("bank 300.00, watershed 100.00, operator 600.00");
    assertThat(paid(terms, "200.00", owing("300"))).isEqualTo("bank 200.00");
  }

  @Test
  void reinvestment_rises_while_too_much_erodes_and_while_nobody_looks() {
    Measure rising = new Measure.Rising(Percentage.parse("10"), 2_500, Percentage.parse("5"));
    SharingTerms terms = revenue(new Step(new Taker.One("watershed"), rising), REST);

    assertThat(paid(terms, "100.00", eroding(Optional.of(2_500))))
        .isEqualTo("watershed 10.00, operator 90.00");
    assertThat(paid(terms, "100.00", eroding(Optional.of(2_501))))
        .isEqualTo("watershed 15.00, operator 85.00");
    assertThat(paid(terms, "100.00", eroding(Optional.empty())))
        .isEqualTo("watershed 15.00, operator 85.00");
  }

  @Test
  void a_collective_sets_its_funds_aside_before_its_members_share() {
    Taker layer =
        new Taker.Collective(
            "甲村",
            new Taker.Roster(Taker.Roster.Rule.BY_SHARES, LocalDate.of(2026, 12, 31)),
            List.of(percent("fund", "30"), Step.remainder("members")));
    SharingTerms terms =
        revenue(new Step(layer, new Measure.Percent(Percentage.parse("50"))), REST);

    assertThat(paid(terms, "1000.00")).isEqualTo("fund 150.00, members 350.00, operator 500.00");
  }

  @Test
  void an_amount_may_be_shared_out_again_and_so_may_the_remainder() {
    List<Step> halves = List.of(percent("owner", "50"), Step.remainder("members"));
    SharingTerms terms =
        revenue(
            new Step(new Taker.Group("定额组", halves), new Measure.Fixed(Money.yuan("100"))),
            percent("operator", "20"),
            new Step(new Taker.Group("余额组", halves), new Measure.Rest()));

    assertThat(paid(terms, "1000.00")).isEqualTo("owner 400.00, members 400.00, operator 200.00");
  }

  @Test
  void
      instalments_are_shared_like_the_price_penalties_like_revenue_and_compensation_if_it_is_said() {
    SharingTerms terms = revenue(REST);

    assertThat(terms.waterfall(Income.INSTALMENT)).isEqualTo(terms.waterfall(Income.PRICE));
    assertThat(terms.waterfall(Income.PENALTY)).isEqualTo(terms.waterfall(Income.REVENUE));
    assertThat(terms.shares(Income.COMPENSATION)).isFalse();
    assertThatThrownBy(
            () -> terms.distribute(Income.COMPENSATION, Money.yuan("1"), DistributionBasis.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_fixed_amount_is_exact_even_when_fractions_of_many_years_meet() {
    Step twelfth = new Step(new Taker.One("watershed"), new Measure.Fraction(1, 12));
    SharingTerms terms = revenue(Step.fixed("bank", new Money(5)), twelfth, Step.remainder("fund"));
    DistributionBasis ahead =
        new DistributionBasis(
            Map.of(
                "investor", Rational.of(-1, 2),
                "members", Rational.of(-1, 2),
                "watershed", Rational.of(1, 2),
                "fund", Rational.of(1, 2)),
            Map.of(),
            Map.of(),
            Optional.empty());

    // The watershed and the fund are due a whole fen each, but only one is left for both.
    assertThat(paid(terms, "0.06", ahead)).contains("bank 0.05");
  }

  @Test
  void a_lump_sum_counts_evenly_over_its_years_and_the_last_takes_the_residue() {
    assertThat(Recognition.over(Money.yuan("100"), 3))
        .containsExactly(Money.yuan("33.33"), Money.yuan("33.33"), Money.yuan("33.34"));
    assertThat(Recognition.over(new Money(2), 3))
        .containsExactly(Money.ZERO, Money.ZERO, new Money(2));
    assertThat(Recognition.over(Money.yuan("7"), 1)).containsExactly(Money.yuan("7"));
    assertThatThrownBy(() -> Recognition.over(Money.yuan("7"), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Step third(String payee) {
    return new Step(new Taker.One(payee), new Measure.Fraction(1, 3));
  }

  private static Measure.Tier tier(String from, String percent) {
    return new Measure.Tier(Money.yuan(from), Percentage.parse(percent));
  }

  private static DistributionBasis owing(String yuan) {
    return DistributionBasis.NONE.knowing(Map.of("bank", Money.yuan(yuan)), Optional.empty());
  }

  private static DistributionBasis eroding(Optional<Integer> monitored) {
    return DistributionBasis.NONE.knowing(Map.of(), monitored);
  }

  private static SharingTerms revenue(Step... steps) {
    List<Payee> payees =
        List.of(
            new Payee("bank", "质权人", Principle.PLEDGEE),
            new Payee("watershed", "专户", Principle.WATERSHED),
            new Payee("investor", "投资方", Principle.INVESTS),
            new Payee("owner", "所有权人", Principle.OWNS),
            new Payee("fund", "公积公益金", Principle.COLLECTIVE),
            new Payee("members", "成员", Principle.VILLAGERS),
            new Payee("operator", "经营方", Principle.OPERATES));
    return new SharingTerms(
        payees,
        List.of(
            new Waterfall(Income.PRICE, List.of(percent("watershed", "100"))),
            new Waterfall(Income.REVENUE, List.of(steps))));
  }

  private static Distribution shared(SharingTerms terms, String yuan, DistributionBasis standing) {
    return terms.distribute(Income.REVENUE, Money.yuan(yuan), standing);
  }

  private static String paid(SharingTerms terms, String yuan) {
    return paid(terms, yuan, DistributionBasis.NONE);
  }

  private static String paid(SharingTerms terms, String yuan, DistributionBasis standing) {
    return paid(shared(terms, yuan, standing));
  }

  /** Who is paid how much, in the order of the payees, without those who get nothing. */
  private static String paid(Distribution shared) {
    return shared.parts().stream()
        .filter(part -> part.amount().isPositive())
        .map(part -> part.payee() + " " + part.amount().decimal())
        .collect(Collectors.joining(", "));
  }
}
