package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.receipt;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.market.ContractId;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A ledger with money in an escrow: whatever is tried, it is all there in the end, and is shared.
 */
abstract class AttackedLedger {

  static final String ESCROW = TRADE + ":ESCROW";
  static final ContractId CONTRACT = new ContractId(TRADE, 1);

  /** What the clauses give of that revenue, as it is recorded. */
  static final String GIVEN =
      """
      [{"payee":"watershed","name":"小流域再投入专户","principle":"WATERSHED","amount_fen":7562,"carry":"0.5"},
       {"payee":"investor","name":"县水利投资公司","principle":"INVESTS","amount_fen":12438,"carry":"-0.45"},
       {"payee":"owner","name":"甲村集体","principle":"OWNS","amount_fen":5000,"carry":"-0.005"},
       {"payee":"operator","name":"安吉竹海公司","principle":"OPERATES","amount_fen":15000,"carry":"-0.05"},
       {"payee":"villagers","name":"甲村村民","principle":"VILLAGERS","amount_fen":10000,"carry":"0.005"}]\
      """;

  final PgMarket database = new PgMarket(TestDatabase.migrated());
  final SettlementMarket market = database.market();
  final SettlementDoors door = market.door;

  /** A trade whose price is shared, and whose first revenue of 500 yuan lies in the escrow. */
  @BeforeEach
  void money_lies_in_the_escrow() {
    market.paidDeposit(ANJI);
    done(door.open(contract("200.00", "200.00"), 5));
    market.isOver(2026);
    ReportRevenue report = new ReportRevenue(CONTRACT, 2026, yuan("500.00"), "审计报告");
    String number = done(door.reportRevenue(report, ANJI_CLERK)).subAccount().orElseThrow();
    done(door.receive(receipt("R1", number, "500.00", START)));
  }

  @AfterEach
  void no_fen_has_gone() {
    assertThat(
            database.texts(
                "SELECT balance_fen FROM settlement.account WHERE name = '" + ESCROW + "'"))
        .containsExactly("50000");
    assertThat(await(door.books()).areRight()).isTrue();
    done(door.distribute(CONTRACT, 2026));
    assertThat(await(door.books()).areRight()).isTrue();
  }
}
