package eco.exchange.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import eco.exchange.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SharingAnIncomeTest {

  static final SharingTerms TERMS = ExampleTerms.operatingRight();

  @Test
  void the_parts_make_the_whole_and_follow_the_clauses() {
    assertThat(paid("100000.00", DistributionBasis.NONE))
        .containsEntry("watershed", "15000.00")
        .containsEntry("investor", "20000.00")
        .containsEntry("township", "10000.00")
        .containsEntry("collective", "7500.00")
        .containsEntry("villagers", "17500.00")
        .containsEntry("transferee", "30000.00");
  }

  @Test
  void a_fen_that_is_left_over_goes_to_the_largest_fraction_and_ties_go_by_the_order_of_payees() {
    assertThat(paid("0.01", DistributionBasis.NONE)).containsEntry("transferee", "0.01");
    assertThat(paid("0.03", DistributionBasis.NONE))
        .containsEntry("transferee", "0.01")
        .containsEntry("investor", "0.01")
        .containsEntry("villagers", "0.01");
  }

  @Test
  void who_was_short_last_time_is_first_this_time() {
    Distribution first =
        TERMS.distribute(Income.REVENUE, Money.yuan("0.01"), DistributionBasis.NONE);
    Distribution second = TERMS.distribute(Income.REVENUE, Money.yuan("0.01"), first.standing());
    assertThat(amount(second, "investor")).isEqualTo(Money.yuan("0.01"));
  }

  @Test
  void fixed_amounts_are_exact_and_come_in_order_while_the_money_lasts() {
    SharingTerms terms = ExampleTerms.withFixedRent("12345.67");
    assertThat(
            amount(
                terms.distribute(Income.REVENUE, Money.yuan("99999.99"), DistributionBasis.NONE),
                "owner"))
        .isEqualTo(Money.yuan("12345.67"));
    assertThat(
            amount(
                terms.distribute(Income.REVENUE, Money.yuan("10000.00"), DistributionBasis.NONE),
                "owner"))
        .isEqualTo(Money.yuan("10000.00"));
  }

  @Test
  void nothing_is_shared_into_nothing_and_a_negative_income_is_our_own_mistake() {
    Distribution nothing = TERMS.distribute(Income.REVENUE, Money.ZERO, DistributionBasis.NONE);
    assertThat(nothing.parts()).allMatch(part -> part.amount().isZero());
    assertThatThrownBy(
            () -> TERMS.distribute(Income.REVENUE, new Money(-1), DistributionBasis.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void over_many_years_nobody_is_a_fen_away_from_the_exact_share() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int contract = 0; contract < 300; contract++) {
      SharingTerms terms = ExampleTerms.random(random);
      assertThat(TermsCheck.faultsOf(terms)).as("seed %d", seed).isEmpty();
      DistributionBasis standing = DistributionBasis.NONE;
      Map<String, Rational> exact = new HashMap<>();
      Map<String, Rational> paid = new HashMap<>();
      for (int year = 0; year < 30; year++) {
        Money income = new Money(random.nextLong(1_000, 10_000_000_000L));
        Distribution shared = terms.distribute(Income.REVENUE, income, standing);
        shared.entitlements().forEach(e -> exact.merge(e.payee(), e.exact(), Rational::plus));
        shared.parts().forEach(p -> paid.merge(p.payee(), fen(p.amount()), Rational::plus));
        standing = shared.standing();
        assertThat(sum(standing.carried())).as("seed %d", seed).isEqualTo(Rational.ZERO);
      }
      exact.forEach(
          (payee, due) ->
              assertThat(due.minus(paid.getOrDefault(payee, Rational.ZERO)))
                  .as("seed %d payee %s", seed, payee)
                  .isStrictlyBetween(Rational.ONE.negated(), Rational.ONE));
    }
  }

  @Test
  void nobody_ever_pays_back_even_when_hardly_anything_comes_in() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int contract = 0; contract < 300; contract++) {
      SharingTerms terms = ExampleTerms.random(random);
      DistributionBasis standing = DistributionBasis.NONE;
      for (int year = 0; year < 50; year++) {
        Distribution shared =
            terms.distribute(Income.REVENUE, new Money(random.nextInt(4)), standing);
        standing = shared.standing();
        assertThat(shared.parts())
            .as("seed %d", seed)
            .noneMatch(part -> part.amount().isBelow(Money.ZERO));
      }
    }
  }

  @Test
  void the_order_of_percentages_changes_no_exact_entitlement() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int round = 0; round < 200; round++) {
      SharingTerms terms = ExampleTerms.random(random);
      List<Step> steps = new ArrayList<>(terms.waterfall(Income.REVENUE).steps());
      Step rest = steps.removeLast();
      Collections.shuffle(steps, random);
      steps.add(rest);
      SharingTerms shuffled =
          new SharingTerms(
              terms.payees(),
              List.of(terms.waterfall(Income.PRICE), new Waterfall(Income.REVENUE, steps)));
      Money income = new Money(random.nextLong(1_000_000_000L));
      assertThat(paid(shuffled.distribute(Income.REVENUE, income, DistributionBasis.NONE)))
          .as("seed %d", seed)
          .isEqualTo(paid(terms.distribute(Income.REVENUE, income, DistributionBasis.NONE)));
    }
  }

  @Test
  void a_share_finer_than_a_part_per_million_is_refused() {
    assertThatThrownBy(() -> Percentage.parse("0.00001")).isInstanceOf(ArithmeticException.class);
  }

  private static Map<String, String> paid(String income, DistributionBasis standing) {
    return paid(TERMS.distribute(Income.REVENUE, Money.yuan(income), standing));
  }

  private static Map<String, String> paid(Distribution distribution) {
    return distribution.parts().stream()
        .collect(Collectors.toMap(Distribution.Part::payee, part -> part.amount().decimal()));
  }

  private static Money amount(Distribution distribution, String payee) {
    return Money.yuan(paid(distribution).getOrDefault(payee, "0.00"));
  }

  private static Rational fen(Money money) {
    return Rational.fenOf(money);
  }

  private static Rational sum(Map<String, Rational> amounts) {
    return amounts.values().stream().reduce(Rational.ZERO, Rational::plus);
  }
}
