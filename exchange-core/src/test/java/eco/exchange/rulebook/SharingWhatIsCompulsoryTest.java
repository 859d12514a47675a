package eco.exchange.rulebook;

import static eco.exchange.money.Money.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.RightKind;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Measure;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import eco.exchange.sharing.TermsCheck;
import eco.exchange.sharing.Waterfall;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes back into the watershed is proven by leading an income through the steps. */
class SharingWhatIsCompulsoryTest {

  private static final CompulsorySharing RULES =
      Rulebook.published().edition("2025-COLLECTIVE-ENGLISH_ONLINE").compulsory();
  private static final Money RESERVE = yuan("100000");
  private static final List<Payee> PAYEES =
      List.of(
          new Payee("watershed", "专户", Principle.WATERSHED),
          new Payee("investor", "投资方", Principle.INVESTS),
          new Payee("owner", "所有权人", Principle.OWNS),
          new Payee("operator", "经营方", Principle.OPERATES));
  private static final Step REST = Step.remainder("operator");
  private static final Step OTHERS = percent("investor", "1");
  private static final Step OWNER = percent("owner", "1");

  @Test
  void five_per_cent_of_the_price_and_of_each_revenue_go_back() {
    assertThat(revenue(percent("watershed", "5"))).isEmpty();
    assertThat(price(percent("watershed", "5"))).isEmpty();
    assertThat(revenue(percent("watershed", "4.9999")))
        .containsExactly(
            "REINVESTMENT_TOO_LOW REVENUE of CNY 1.00 leads CNY 0.04 back into the watershed,"
                + " at least 5 %");
    assertThat(price(percent("watershed", "4.9999")))
        .containsExactly(
            "REINVESTMENT_TOO_LOW PRICE of CNY 100000.00 leads CNY 4999.90 back into the"
                + " watershed, at least 5 %");
  }

  @Test
  void a_share_that_is_named_and_is_as_good_as_nothing_is_told() {
    assertThat(codes(revenue(percent("watershed", "0.0001"))))
        .containsExactly("REINVESTMENT_TOO_LOW");
    Step hair = new Step(new Taker.One("watershed"), new Measure.Fraction(1, 1_000_000_000));
    assertThat(codes(revenue(hair))).containsExactly("REINVESTMENT_TOO_LOW");
  }

  @Test
  void a_fixed_sum_before_it_does_not_make_it_nothing() {
    Step fee = Step.fixed("owner", yuan("95000.01"));
    assertThat(codes(price(fee, percent("watershed", "50"))))
        .containsExactly("REINVESTMENT_TOO_LOW");
    assertThat(price(Step.fixed("owner", yuan("95000.00")), percent("watershed", "50"))).isEmpty();
    assertThat(codes(revenue(Step.fixed("owner", yuan("1.00")), percent("watershed", "50"))))
        .containsExactly("REINVESTMENT_TOO_LOW");
    assertThat(
            codes(revenue(percent("owner", "1").atLeast(yuan("0.96")), percent("watershed", "9"))))
        .containsExactly("REINVESTMENT_TOO_LOW");
  }

  @Test
  void neither_does_a_recovery_that_comes_first_nor_a_band_nor_a_bound_nor_erosion() {
    Step recoup =
        new Step(
            new Taker.Recoup("investor", yuan("1000000"), List.of(Step.remainder("watershed"))),
            new Measure.Percent(Percentage.parse("90")));
    assertThat(codes(revenue(recoup))).containsExactly("REINVESTMENT_TOO_LOW");
    Step late =
        new Step(
            new Taker.One("watershed"),
            new Measure.Tiers(
                List.of(
                    new Measure.Tier(Money.ZERO, new Percentage(0)),
                    new Measure.Tier(yuan("1000"), Percentage.parse("60")))));
    assertThat(codes(revenue(late))).containsExactly("REINVESTMENT_TOO_LOW");
    assertThat(codes(price(percent("watershed", "50").atMost(yuan("4999.99")))))
        .containsExactly("REINVESTMENT_TOO_LOW");
    Step rising =
        new Step(
            new Taker.One("watershed"),
            new Measure.Rising(Percentage.parse("4"), 1_000, Percentage.parse("5")));
    assertThat(codes(revenue(rising))).containsExactly("REINVESTMENT_TOO_LOW");
  }

  @Test
  void a_group_may_lead_it_back() {
    Step group = Step.group("组", Percentage.parse("10"), List.of(percent("watershed", "50"), REST));
    assertThat(revenue(group)).isEmpty();
  }

  @Test
  void who_invests_owns_and_operates_is_paid_and_a_household_owns() {
    SharingTerms all = terms(PAYEES.subList(0, 1), Step.remainder("watershed"));
    assertThat(codes(told(all)))
        .containsExactly(
            "PRINCIPLE_WITHOUT_PAYEE", "PRINCIPLE_WITHOUT_PAYEE", "PRINCIPLE_WITHOUT_PAYEE");
    List<Payee> household = new ArrayList<>(PAYEES);
    household.set(2, new Payee("owner", "承包农户", Principle.HOUSEHOLD));
    assertThat(told(terms(household, percent("watershed", "5"), OTHERS, OWNER, REST))).isEmpty();
  }

  @Test
  void a_right_with_a_term_shares_its_revenue_and_what_is_sold_for_good_has_none() {
    SharingTerms sale =
        new SharingTerms(
            PAYEES,
            List.of(
                new Waterfall(
                    Income.PRICE, List.of(percent("watershed", "5"), OTHERS, OWNER, REST))));
    assertThat(TermsCheck.faultsOf(sale)).isEmpty();
    assertThat(codes(told(sale))).containsExactly("REVENUE_NOT_SHARED");
    assertThat(RULES.faultsOf(sale, new CompulsorySharing.Sale(RightKind.CARBON_SINK, 0, RESERVE)))
        .isEmpty();
    assertThat(sale.waterfall(Income.PENALTY).income()).isEqualTo(Income.PRICE);
    assertThat(sale.shares(Income.REVENUE)).isFalse();
  }

  private static Step percent(String payee, String share) {
    return Step.percent(payee, Percentage.parse(share));
  }

  private static List<String> revenue(Step... steps) {
    return told(terms(PAYEES, more(steps)));
  }

  private static List<String> price(Step... steps) {
    Waterfall revenue =
        new Waterfall(Income.REVENUE, List.of(percent("watershed", "5"), OTHERS, OWNER, REST));
    return told(
        new SharingTerms(
            PAYEES, List.of(new Waterfall(Income.PRICE, List.of(more(steps))), revenue)));
  }

  private static Step[] more(Step... steps) {
    return Stream.concat(Stream.of(steps), Stream.of(OTHERS, OWNER, REST)).toArray(Step[]::new);
  }

  private static SharingTerms terms(List<Payee> payees, Step... revenue) {
    Waterfall price = new Waterfall(Income.PRICE, List.of(percent("watershed", "100")));
    return new SharingTerms(
        payees, List.of(price, new Waterfall(Income.REVENUE, List.of(revenue))));
  }

  private static List<String> told(SharingTerms terms) {
    assertThat(TermsCheck.faultsOf(terms)).isEmpty();
    return RULES
        .faultsOf(terms, new CompulsorySharing.Sale(RightKind.TOURISM_RIGHT, 10, RESERVE))
        .stream()
        .map(fault -> fault.code() + " " + fault.detail())
        .toList();
  }

  private static List<String> codes(List<String> told) {
    return told.stream().map(fault -> fault.split(" ")[0]).toList();
  }
}
