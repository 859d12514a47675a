package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TERM;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eco.exchange.market.ContractId;
import eco.exchange.settlement.arrears.Arrears;
import eco.exchange.settlement.arrears.RevenueDefaultStep;
import eco.exchange.settlement.arrears.RevenueDefaultView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.settlement.revenue.RevenueDeadlines;
import eco.exchange.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every year that does not come has its own clock and its own steps. */
class MissingYearsTest {

  private static final ContractId CONTRACT = new ContractId(TRADE, 1);

  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private final SettlementMarket market = database.market();
  private final Arrears arrears = database.arrears(market);

  @BeforeEach
  void the_price_is_paid() {
    done(market.door.open(contract("1000.00", "0.00"), 5));
    pays(SubAccountPurpose.PRICE, "1000.00");
  }

  @Test
  void a_missing_year_does_not_hide_another() {
    market.isOver(2028);
    comes(2027);

    assertThat(await(arrears.awaitedYears(CONTRACT)))
        .containsOnlyKeys(2026, 2028, 2029)
        .containsEntry(2028, RevenueDeadlines.of(TERM, 2028));
  }

  @Test
  void a_missing_year_behind_a_missing_year_is_noted_by_itself() {
    market.isOver(2027);
    done(arrears.note(CONTRACT, 2027, RevenueDefaultStep.REMINDED));
    done(arrears.note(CONTRACT, 2026, RevenueDefaultStep.REMINDED));
    comes(2026);
    done(arrears.note(CONTRACT, 2026, RevenueDefaultStep.OVERDUE));
    done(arrears.note(CONTRACT, 2027, RevenueDefaultStep.OVERDUE));

    assertThat(await(arrears.ofRevenues(CONTRACT)))
        .extracting(RevenueDefaultView::year, RevenueDefaultView::step)
        .containsExactlyInAnyOrder(
            tuple(2027, RevenueDefaultStep.REMINDED),
            tuple(2026, RevenueDefaultStep.REMINDED),
            tuple(2027, RevenueDefaultStep.OVERDUE));
  }

  @Test
  void the_last_year_is_due_when_the_term_is_over() {
    market.clock.moveTo(Instant.parse("2046-03-02T00:00:00Z"));

    assertThat(await(arrears.awaitedYears(CONTRACT))).hasSize(21).containsKey(2046);
    assertThat(RevenueDeadlines.of(TERM, 2046).dueAt())
        .isBetween(Instant.parse("2046-03-25T00:00:00Z"), Instant.parse("2046-04-05T00:00:00Z"));
  }

  private void comes(int year) {
    ReportRevenue report = new ReportRevenue(CONTRACT, year, yuan("50.00"), "年报");
    done(market.door.reportRevenue(report, ANJI_CLERK));
    pays(SubAccountPurpose.REVENUE, "50.00");
  }

  private void pays(SubAccountPurpose purpose, String amount) {
    String number = await(market.door.subAccountOf(TRADE, ANJI, purpose)).orElseThrow().number();
    done(market.door.receive(receipt(purpose + number, number, amount, START)));
  }
}
