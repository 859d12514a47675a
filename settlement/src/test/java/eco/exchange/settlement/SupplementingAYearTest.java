package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Measure;
import eco.exchange.sharing.Occasion;
import eco.exchange.sharing.Payee;
import eco.exchange.sharing.Principle;
import eco.exchange.sharing.SealedContract;
import eco.exchange.sharing.SharingTerms;
import eco.exchange.sharing.StatementJson;
import eco.exchange.sharing.Step;
import eco.exchange.sharing.Taker;
import eco.exchange.sharing.TermsJson;
import eco.exchange.sharing.Waterfall;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was left out of a year's report is shared by the terms of its year, and costs a fifth. */
class SupplementingAYearTest {

  private static final ContractId CONTRACT = new ContractId(TRADE, 1);
  private static final Occasion FIRST = new Occasion.Supplement(2026, 1);

  /** A floor, bands and a sum to be recovered: what a second part of a year would count anew. */
  private static final SharingTerms BANDS =
      new SharingTerms(
          List.of(
              new Payee("watershed", "小流域再投入专户", Principle.WATERSHED),
              new Payee("investor", "县水利投资公司", Principle.INVESTS),
              new Payee("owner", "甲村集体", Principle.OWNS),
              new Payee("operator", "安吉竹海公司", Principle.OPERATES)),
          List.of(
              new Waterfall(
                  Income.PRICE,
                  List.of(
                      Step.percent("watershed", Percentage.parse("50")), Step.remainder("owner"))),
              new Waterfall(
                  Income.REVENUE,
                  List.of(
                      Step.percent("watershed", Percentage.parse("10")),
                      Step.percent("owner", Percentage.parse("8")).atLeast(yuan("8000.00")),
                      new Step(
                          new Taker.One("owner"),
                          new Measure.Tiers(
                              List.of(
                                  new Measure.Tier(Money.ZERO, Percentage.parse("1")),
                                  new Measure.Tier(yuan("100000.00"), Percentage.parse("11"))))),
                      new Step(
                          new Taker.Recoup(
                              "investor", yuan("30000.00"), List.of(Step.remainder("operator"))),
                          new Measure.Percent(Percentage.parse("20"))),
                      Step.remainder("operator")))));

  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private final SettlementMarket market = database.market();
  private final SettlementDoors door = market.door;
  private int receipts;

  @BeforeEach
  void the_price_is_paid() {
    done(door.open(SupplementingAYearTest.sealed(), 5));
    receives(account(SubAccountPurpose.PRICE), "1000.00");
  }

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void the_floor_and_the_bands_of_a_year_count_once_for_all_of_it() {
    shared(2026, "80000.00");
    found(2026, "130000.00");

    // Of 130,000: 13,000; 10,400 and 1,000 and 3,300; 26,000. Of 80,000: 8,000; 8,000 and 800;
    // 16,000.
    assertThat(amounts(Income.REVENUE, FIRST))
        .containsExactly("5000.00", "10000.00", "5900.00", "29100.00");
    assertThat(distribution(Income.REVENUE, FIRST).earlier()).isEqualTo(yuan("80000.00"));
    assertThat(StatementJson.write(distribution(Income.REVENUE, FIRST).statement()))
        .contains("\"earlier\":\"80000.00\"", "\"year\":202601");
  }

  @Test
  void a_fifth_of_what_was_left_out_is_due_and_none_of_it_goes_to_its_payer() {
    shared(2026, "80000.00");
    done(report(2026, "130000.00"));
    SubAccountView penalty = account(SubAccountPurpose.PENALTY);

    assertThat(penalty.expected()).isEqualTo(yuan("10000.00"));
    assertThat(penalty.occasion()).contains(FIRST);
    receives(penalty, "10000.00");

    // A thousand, 8,000 at least and a hundred, 900 of 2,000 are left for the investor: no rest.
    assertThat(amounts(Income.PENALTY, FIRST))
        .containsExactly("1000.00", "900.00", "8100.00", "0.00");
  }

  @Test
  void what_the_steps_of_a_penalty_would_give_its_payer_is_the_watersheds() {
    shared(2026, "80000.00");
    done(report(2026, "380000.00"));
    receives(account(SubAccountPurpose.PENALTY), "60000.00");

    // 6,000 and the operator's rest of 33,400; 12,000; 8,000 at least and 600.
    assertThat(amounts(Income.PENALTY, FIRST))
        .containsExactly("39400.00", "12000.00", "8600.00", "0.00");
  }

  @Test
  void what_is_found_of_the_last_year_is_shared_long_after_the_term() {
    market.clock.moveTo(Instant.parse("2046-03-01T16:00:00Z"));
    shared(2046, "1000.00");
    market.clock.moveTo(Instant.parse("2050-01-01T00:00:00Z"));
    found(2046, "2000.00");

    assertThat(distribution(Income.REVENUE, new Occasion.Supplement(2046, 1)).whole())
        .isEqualTo(yuan("1000.00"));
  }

  @Test
  void nothing_is_recovered_twice_though_later_years_came_between() {
    shared(2026, "80000.00");
    shared(2027, "65000.00");
    found(2026, "130000.00");

    // 16,000 and 13,000 are recovered, so a thousand of ten thousand more.
    assertThat(amounts(Income.REVENUE, FIRST))
        .containsExactly("5000.00", "1000.00", "5900.00", "38100.00");
    shared(2028, "10000.00");
    assertThat(amounts(Income.REVENUE, new Occasion.Year(2028)))
        .containsExactly("1000.00", "0.00", "8100.00", "900.00");
  }

  @Test
  void a_year_of_which_nothing_was_told_is_supplemented_as_often_as_something_is_found() {
    market.isOver(2026);
    done(report(2026, "0.00"));
    done(door.distribute(CONTRACT, 2026));
    found(2026, "60000.00");
    found(2026, "80000.00");

    assertThat(amounts(Income.REVENUE, FIRST))
        .containsExactly("6000.00", "12000.00", "8600.00", "33400.00");
    assertThat(amounts(Income.REVENUE, new Occasion.Supplement(2026, 2)))
        .containsExactly("2000.00", "4000.00", "200.00", "13800.00");
  }

  @Test
  void a_supplement_is_corrected_until_it_is_paid_and_what_came_in_counts() {
    shared(2026, "80000.00");
    RevenueView wrong = done(report(2026, "180000.00"));
    receives(account(SubAccountPurpose.REVENUE), "50000.00");
    RevenueView right = done(report(2026, "130000.00"));

    assertThat(wrong.revenue()).isEqualTo(yuan("100000.00"));
    assertThat(right.edition()).isEqualTo(2);
    assertThat(amounts(Income.REVENUE, FIRST))
        .containsExactly("5000.00", "10000.00", "5900.00", "29100.00");
    assertThat(account(SubAccountPurpose.PENALTY).expected()).isEqualTo(yuan("10000.00"));
    assertThat(told(report(2026, "129999.99"))).isEqualTo("SHARED_ALREADY");
    assertThat(done(report(2026, "130000.00"))).isEqualTo(right);
  }

  private void shared(int year, String revenue) {
    market.isOver(year);
    done(report(year, revenue));
    receives(account(SubAccountPurpose.REVENUE), revenue);
    done(door.distribute(CONTRACT, year));
  }

  /** The whole revenue of a year, of which some is told only now, and paid at once. */
  private void found(int year, String whole) {
    RevenueView told = done(report(year, whole));
    receives(account(SubAccountPurpose.REVENUE), told.revenue().decimal());
  }

  private Uni<Answer<RevenueView>> report(int year, String revenue) {
    return door.reportRevenue(new ReportRevenue(CONTRACT, year, yuan(revenue), "审计报告"), ANJI_CLERK);
  }

  private SubAccountView account(SubAccountPurpose purpose) {
    return await(door.subAccountOf(TRADE, ANJI, purpose)).orElseThrow();
  }

  private void receives(SubAccountView account, String amount) {
    done(door.receive(receipt("R" + receipts++, account.number(), amount, START)));
  }

  private DistributionView distribution(Income income, Occasion occasion) {
    return await(door.distribution(CONTRACT, income, occasion)).orElseThrow();
  }

  private List<String> amounts(Income income, Occasion occasion) {
    return distribution(income, occasion).parts().stream()
        .map(part -> part.amount().decimal())
        .toList();
  }

  private static SealedContract sealed() {
    return new SealedContract(
        CONTRACT,
        SettlementMarket.TOWNSHIP,
        ANJI,
        yuan("1000.00"),
        Money.ZERO,
        20,
        TermsJson.write(BANDS),
        TermsJson.hash(BANDS));
  }
}
