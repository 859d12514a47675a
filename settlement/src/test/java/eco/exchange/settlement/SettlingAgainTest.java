package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.DUE;
import static eco.exchange.settlement.SettlementMarket.LISHUI;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eco.exchange.answer.Answer;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.outbox.Outbox;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The exchange dies before the commit of any step, or before the caller hears of it. */
class SettlingAgainTest {

  private static final ContractId CONTRACT = new ContractId(TRADE, 1);

  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private final SettlementMarket market = database.market();
  private final SettlementMarket dying = database.market(DyingOutbox::new);
  private final SettlementDoors door = market.door;

  @Test
  void a_step_that_died_has_left_nothing_and_repeated_it_happens_once() {
    for (Step step : story()) {
      List<String> before = everything();
      assertThatThrownBy(() -> await(step.on(dying.door))).hasMessage("killed");
      assertThat(everything()).isEqualTo(before);

      Answer<?> first = await(step.on(door));
      List<String> after = everything();
      assertThat(first).isInstanceOf(Answer.Done.class);
      assertThat(after).isNotEqualTo(before);

      assertThat(await(step.on(door))).isEqualTo(first);
      assertThat(everything()).isEqualTo(after);
    }
    assertThat(await(door.books()).areRight()).isTrue();
  }

  private interface Step {
    Uni<? extends Answer<?>> on(SettlementDoors doors);
  }

  private List<Step> story() {
    return List.of(
        to -> to.expectDeposit(TRADE, ANJI, yuan("200.00"), DUE, 3),
        to -> to.expectDeposit(TRADE, LISHUI, yuan("200.00"), DUE, 3),
        to -> to.receive(receipt("R1", awaited(ANJI, SubAccountPurpose.DEPOSIT), "200.00", START)),
        to -> to.receive(receipt("R2", "elsewhere", "200.00", START)),
        to ->
            to.resolve(
                "R2",
                new ReceiptResolution.Assign(awaited(LISHUI, SubAccountPurpose.DEPOSIT)),
                OFFICER),
        to -> to.releaseDeposits(TRADE, Set.of(ANJI)),
        to -> to.open(contract("1000.00", "200.00"), 5),
        to -> to.receive(receipt("R3", awaited(ANJI, SubAccountPurpose.PRICE), "800.00", START)),
        to -> to.receive(receipt("R4", "nowhere", "1.00", START)),
        to -> to.resolve("R4", new ReceiptResolution.Return(), OFFICER),
        to -> {
          market.isOver(2026);
          dying.isOver(2026);
          return to.reportRevenue(
              new ReportRevenue(CONTRACT, 2026, yuan("999.99"), "审计报告"), ANJI_CLERK);
        },
        to -> to.receive(receipt("R5", awaited(ANJI, SubAccountPurpose.REVENUE), "999.99", START)),
        to -> to.distribute(CONTRACT, 2026));
  }

  private String awaited(PartyId party, SubAccountPurpose purpose) {
    return await(door.subAccountOf(TRADE, party, purpose))
        .map(SubAccountView::number)
        .orElseThrow();
  }

  /** Every row of every table; a number that was drawn and not used is no row. */
  private List<String> everything() {
    return database.texts(
        """
        SELECT t::text FROM settlement.transfer t
        UNION ALL SELECT t::text FROM settlement.account t
        UNION ALL SELECT t::text FROM settlement.sub_account t
        UNION ALL SELECT t::text FROM settlement.receipt t
        UNION ALL SELECT t::text FROM settlement.decision t
        UNION ALL SELECT t::text FROM settlement.payment_order t
        UNION ALL SELECT t::text FROM settlement.contract t
        UNION ALL SELECT t::text FROM settlement.revenue_report t
        UNION ALL SELECT t::text FROM settlement.distribution t
        UNION ALL SELECT t::text FROM settlement.distribution_part t
        UNION ALL SELECT t::text FROM market.outbox t
        ORDER BY 1
        """);
  }

  /** Dies after everything of a step is written, and before it is committed. */
  private static final class DyingOutbox extends Outbox {

    DyingOutbox(Clock clock) {
      super(clock);
    }

    @Override
    public Uni<Void> write(SqlClient transaction, List<MarketEvent> events) {
      Supplier<Throwable> death = () -> new IllegalStateException("killed");
      return super.write(transaction, events).onItem().failWith(death);
    }
  }
}
