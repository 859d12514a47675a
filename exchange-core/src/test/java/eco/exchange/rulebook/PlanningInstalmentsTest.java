package eco.exchange.rulebook;

import static eco.exchange.rulebook.PaymentPlanFault.CLAUSES_COUNT_ANEW;
import static eco.exchange.rulebook.PaymentPlanFault.FIRST_TOO_SMALL;
import static eco.exchange.rulebook.PaymentPlanFault.NOT_WHOLE;
import static eco.exchange.rulebook.PaymentPlanFault.NO_GUARANTEE;
import static eco.exchange.rulebook.PaymentPlanFault.OUT_OF_ORDER;
import static eco.exchange.rulebook.PaymentPlanFault.PRICE_NOT_LARGE;
import static eco.exchange.rulebook.PaymentPlanFault.RATE_OUT_OF_BOUNDS;
import static eco.exchange.rulebook.PaymentPlanFault.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.Guarantee;
import eco.exchange.market.PaymentPlan;
import eco.exchange.market.PaymentPlan.Later;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Waterfall;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class PlanningInstalmentsTest {

  private static final InstalmentLimits LIMITS =
      Rulebook.published().edition("2025-STATE-ENGLISH_ONLINE").instalments();
  private static final Money LARGE = Money.yuan("1000000.00");
  private static final List<Step> IN_PARTS =
      List.of(Step.percent("watershed", Percentage.parse("20")), Step.remainder("owner"));
  private static final List<Step> BY_SUMS =
      List.of(Step.fixed("watershed", Money.yuan("5000.00")), Step.remainder("owner"));

  @Test
  void thirty_per_cent_at_once_and_the_rest_within_a_year_is_a_plan() {
    faultsOf(plan("30", "3", later("30", 6), later("40", 12))).isEmpty();
    faultsOf(plan("30", "10", later("70", 1))).isEmpty();
  }

  @Test
  void less_at_once_is_refused() {
    faultsOf(plan("29.9999", "3", later("70.0001", 12))).containsExactly(FIRST_TOO_SMALL);
  }

  @Test
  void later_parts_follow_one_another_and_make_the_whole() {
    faultsOf(plan("100", "3")).containsExactly(OUT_OF_ORDER);
    faultsOf(plan("40", "3", later("30", 6), later("30", 6))).containsExactly(OUT_OF_ORDER);
    faultsOf(plan("40", "3", later("60", 0))).containsExactly(OUT_OF_ORDER);
    faultsOf(plan("40", "3", later("60", 3), later("0", 6))).containsExactly(OUT_OF_ORDER);
    faultsOf(plan("40", "3", later("59.9999", 3))).containsExactly(NOT_WHOLE);
  }

  @Test
  void a_year_is_the_longest() {
    faultsOf(plan("40", "3", later("60", 13))).containsExactly(TOO_LONG);
  }

  @Test
  void the_rest_is_guaranteed() {
    faultsOf(plan("40", "3", List.of(), later("60", 12))).containsExactly(NO_GUARANTEE);
    List<Guarantee> twice = List.of(Guarantee.PLEDGE, Guarantee.PLEDGE);
    faultsOf(plan("40", "3", twice, later("60", 12))).containsExactly(NO_GUARANTEE);
  }

  @Test
  void interest_is_neither_forgotten_nor_absurd() {
    faultsOf(plan("40", "0", later("60", 12))).containsExactly(RATE_OUT_OF_BOUNDS);
    faultsOf(plan("40", "10.0001", later("60", 12))).containsExactly(RATE_OUT_OF_BOUNDS);
  }

  @Test
  void a_price_that_is_not_large_is_paid_at_once() {
    Money less = Money.yuan("999999.99");

    assertThat(
            PaymentPlanCheck.faultsOf(
                plan("40", "3", later("60", 12)), less, terms(IN_PARTS), LIMITS))
        .containsExactly(PRICE_NOT_LARGE);
  }

  @Test
  void a_fixed_sum_of_the_price_would_be_paid_with_every_instalment_unless_it_is_said_otherwise() {
    PaymentPlan plan = plan("40", "3", later("60", 12));
    Waterfall ofInstalments = new Waterfall(Income.INSTALMENT, IN_PARTS);

    assertThat(PaymentPlanCheck.faultsOf(plan, LARGE, terms(BY_SUMS), LIMITS))
        .containsExactly(CLAUSES_COUNT_ANEW);
    assertThat(PaymentPlanCheck.faultsOf(plan, LARGE, terms(capped()), LIMITS))
        .containsExactly(CLAUSES_COUNT_ANEW);
    assertThat(PaymentPlanCheck.faultsOf(plan, LARGE, terms(BY_SUMS, ofInstalments), LIMITS))
        .isEmpty();
  }

  @Test
  void all_faults_are_told_at_once_in_the_documented_order() {
    PaymentPlan plan = plan("10", "0", List.of(), later("60", 13), later("20", 13));

    assertThat(PaymentPlanCheck.faultsOf(plan, Money.ZERO, terms(BY_SUMS), LIMITS))
        .containsExactly(PaymentPlanFault.values());
  }

  private static List<Step> capped() {
    Step share = Step.percent("watershed", Percentage.parse("20"));
    return List.of(
        Step.group(
            "group", Percentage.parse("50"), List.of(share.atMost(LARGE), Step.remainder("owner"))),
        Step.remainder("owner"));
  }

  private static SharingTerms terms(List<Step> price, Waterfall... more) {
    return new SharingTerms(
        List.of(
            new Payee("watershed", "小流域再投入专户", Principle.WATERSHED),
            new Payee("owner", "甲村集体", Principle.OWNS)),
        Stream.concat(Stream.of(new Waterfall(Income.PRICE, price)), Stream.of(more)).toList());
  }

  private static ListAssert<PaymentPlanFault> faultsOf(PaymentPlan plan) {
    return assertThat(PaymentPlanCheck.faultsOf(plan, LARGE, terms(IN_PARTS), LIMITS));
  }

  private static PaymentPlan plan(String first, String rate, Later... later) {
    return plan(first, rate, List.of(Guarantee.BANK_GUARANTEE, Guarantee.SURETY), later);
  }

  private static PaymentPlan plan(
      String first, String rate, List<Guarantee> guarantees, Later... later) {
    return new PaymentPlan(
        Percentage.parse(first), List.of(later), Percentage.parse(rate), guarantees);
  }

  private static Later later(String percent, int months) {
    return new Later(Percentage.parse(percent), months);
  }
}
