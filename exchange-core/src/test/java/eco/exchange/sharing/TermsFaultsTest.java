package eco.exchange.sharing;

import static eco.exchange.sharing.ExampleTerms.percent;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.money.Share;
import eco.exchange.sharing.TermsFault.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsFaultsTest {

  static final List<Payee> PAYEES = ExampleTerms.operatingRight().payees();

  @Test
  void terms_that_a_contract_may_be_drawn_from_have_no_fault() {
    assertThat(ExampleTerms.operatingRight().faults()).isEmpty();
    assertThat(ExampleTerms.withFixedRent("1.00").faults()).isEmpty();
  }

  @Test
  void shares_that_do_not_reach_the_whole_are_told_with_the_figure() {
    assertThat(revenue(percent("watershed", "15"), percent("investor", "84.9999")))
        .contains(
            new TermsFault(Code.WHOLE_NOT_REACHED, "REVENUE gives 99.9999 % and no remainder"));
  }

  @Test
  void shares_that_pass_the_whole_are_told_with_the_figure() {
    assertThat(revenue(percent("watershed", "60"), percent("investor", "60")))
        .contains(new TermsFault(Code.WHOLE_PASSED, "REVENUE gives 120 %"));
  }

  @Test
  void every_fault_is_told_at_once_in_one_order() {
    SharingTerms terms =
        new SharingTerms(
            List.of(
                new Payee("a", "甲", Principle.OWNS),
                new Payee("a", "乙", Principle.INVESTS),
                new Payee("idle", "丙", Principle.COLLECTIVE)),
            List.of(
                new Waterfall(
                    Income.REVENUE,
                    List.of(
                        new Step.Remainder("stranger"),
                        percent("a", "0"),
                        new Step.Group("空", Share.percent("150".substring(1)), List.of())))));
    assertThat(terms.faults())
        .extracting(TermsFault::code)
        .containsExactly(
            Code.PAYEE_TWICE,
            Code.PAYEE_UNKNOWN,
            Code.PAYEE_UNPAID,
            Code.PRINCIPLE_WITHOUT_PAYEE,
            Code.INCOME_NOT_SHARED_ONCE,
            Code.STEPS_MISSING,
            Code.STEP_NOT_POSITIVE,
            Code.REMAINDER_NOT_LAST,
            Code.WHOLE_NOT_REACHED,
            Code.WHOLE_NOT_REACHED,
            Code.REINVESTMENT_MISSING);
  }

  @Test
  void a_bottomless_nest_of_groups_is_a_fault_and_not_a_crash() {
    Step nest = percent("watershed", "100");
    for (int depth = 0; depth < 1_000; depth++) {
      nest = new Step.Group("层", Share.WHOLE, List.of(nest));
    }
    assertThat(revenue(nest)).extracting(TermsFault::code).contains(Code.TOO_LARGE);
  }

  private static List<TermsFault> revenue(Step... steps) {
    Waterfall price = new Waterfall(Income.PRICE, List.of(percent("watershed", "100")));
    return new SharingTerms(PAYEES, List.of(price, new Waterfall(Income.REVENUE, List.of(steps))))
        .faults();
  }
}
