package eco.exchange.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.money.Money;
import eco.exchange.money.Share;
import eco.exchange.testing.Seeds;
import java.math.BigDecimal;
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
    assertThat(paid("100000.00", Map.of()))
        .containsEntry("watershed", "15000.00")
        .containsEntry("investor", "20000.00")
        .containsEntry("township", "10000.00")
        .containsEntry("collective", "7500.00")
        .containsEntry("villagers", "17500.00")
        .containsEntry("transferee", "30000.00");
  }

  @Test
  void a_fen_that_is_left_over_goes_to_the_largest_fraction_and_ties_go_by_the_order_of_payees() {
    assertThat(paid("0.01", Map.of())).containsEntry("transferee", "0.01");
    assertThat(paid("0.03", Map.of()))
        .containsEntry("transferee", "0.01")
        .containsEntry("investor", "0.01")
        .containsEntry("villagers", "0.01");
  }

  @Test
  void who_was_short_last_time_is_first_this_time() {
    Distribution first = TERMS.distribute(Income.REVENUE, Money.yuan("0.01"), Map.of());
    Distribution second = TERMS.distribute(Income.REVENUE, Money.yuan("0.01"), first.carried());
    assertThat(amount(second, "investor")).isEqualTo(Money.yuan("0.01"));
  }

  @Test
  void fixed_amounts_are_exact_and_come_in_order_while_the_money_lasts() {
    SharingTerms terms = ExampleTerms.withFixedRent("12345.67");
    assertThat(amount(terms.distribute(Income.REVENUE, Money.yuan("99999.99"), Map.of()), "owner"))
        .isEqualTo(Money.yuan("12345.67"));
    assertThat(amount(terms.distribute(Income.REVENUE, Money.yuan("10000.00"), Map.of()), "owner"))
        .isEqualTo(Money.yuan("10000.00"));
  }

  @Test
  void nothing_is_shared_into_nothing_and_a_negative_income_is_our_own_mistake() {
    Distribution nothing = TERMS.distribute(Income.REVENUE, Money.ZERO, Map.of());
    assertThat(nothing.parts()).allMatch(part -> part.amount().isZero());
    assertThatThrownBy(() -> TERMS.distribute(Income.REVENUE, new Money(-1), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void over_many_years_nobody_is_a_fen_away_from_the_exact_share() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int contract = 0; contract < 300; contract++) {
      SharingTerms terms = ExampleTerms.random(random);
      assertThat(terms.faults()).as("seed %d", seed).isEmpty();
      Map<String, BigDecimal> carried = Map.of();
      Map<String, BigDecimal> exact = new HashMap<>();
      Map<String, BigDecimal> paid = new HashMap<>();
      for (int year = 0; year < 30; year++) {
        Money income = new Money(random.nextLong(1_000, 10_000_000_000L));
        Distribution shared = terms.distribute(Income.REVENUE, income, carried);
        shared.entitlements().forEach(e -> exact.merge(e.payee(), e.exact(), BigDecimal::add));
        shared.parts().forEach(p -> paid.merge(p.payee(), fen(p.amount()), BigDecimal::add));
        carried = shared.carried();
        assertThat(sum(carried)).as("seed %d", seed).isEqualByComparingTo("0");
      }
      exact.forEach(
          (payee, due) ->
              assertThat(due.subtract(paid.getOrDefault(payee, BigDecimal.ZERO)).abs())
                  .as("seed %d payee %s", seed, payee)
                  .isLessThan(BigDecimal.ONE));
    }
  }

  @Test
  void nobody_ever_pays_back_even_when_hardly_anything_comes_in() {
    long seed = Seeds.fresh();
    Random random = Seeds.of(seed);
    for (int contract = 0; contract < 300; contract++) {
      SharingTerms terms = ExampleTerms.random(random);
      Map<String, BigDecimal> carried = Map.of();
      for (int year = 0; year < 50; year++) {
        Distribution shared =
            terms.distribute(Income.REVENUE, new Money(random.nextInt(4)), carried);
        carried = shared.carried();
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
      assertThat(paid(shuffled.distribute(Income.REVENUE, income, Map.of())))
          .as("seed %d", seed)
          .isEqualTo(paid(terms.distribute(Income.REVENUE, income, Map.of())));
    }
  }

  @Test
  void a_share_finer_than_a_part_per_million_is_refused() {
    assertThatThrownBy(() -> Share.percent("0.00001")).isInstanceOf(ArithmeticException.class);
  }

  private static Map<String, String> paid(String income, Map<String, BigDecimal> carried) {
    return paid(TERMS.distribute(Income.REVENUE, Money.yuan(income), carried));
  }

  private static Map<String, String> paid(Distribution distribution) {
    return distribution.parts().stream()
        .collect(Collectors.toMap(Distribution.Part::payee, part -> part.amount().decimal()));
  }

  private static Money amount(Distribution distribution, String payee) {
    return Money.yuan(paid(distribution).getOrDefault(payee, "0.00"));
  }

  private static BigDecimal fen(Money money) {
    return BigDecimal.valueOf(money.fen());
  }

  private static BigDecimal sum(Map<String, BigDecimal> amounts) {
    return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
