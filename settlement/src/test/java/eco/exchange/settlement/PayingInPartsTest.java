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
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.RevenueView;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.receipt.SubAccountView.State;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.settlement.revenue.RevenueDeadlines;
import eco.exchange.testing.TestDatabase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What is owed may come in parts: each counts, a surplus goes back, lateness costs what is missing.
 */
class PayingInPartsTest {

  private static final ContractId CONTRACT = new ContractId(TRADE, 1);

  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private final SettlementMarket market = database.market();
  private final SettlementDoors door = market.door;
  private int receipts;

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void a_price_may_come_in_two_halves() {
    opened();
    receives("500.00", START);
    assertThat(price().state()).isEqualTo(State.AWAITED);
    assertThat(price().missing()).isEqualTo(yuan("500.00"));
    assertThat(await(door.distributions(CONTRACT))).isEmpty();

    receives("500.00", START);
    assertThat(price().state()).isEqualTo(State.RECEIVED);
    assertThat(await(door.distributions(CONTRACT)).getFirst().whole()).isEqualTo(yuan("1000.00"));
  }

  @Test
  void a_surplus_goes_back_to_whoever_paid_it() {
    opened();
    receives("999.99", START);
    receives("0.02", START);

    assertThat(await(door.distributions(CONTRACT)).getFirst().whole()).isEqualTo(yuan("1000.00"));
    assertThat(await(door.paymentOrders(TRADE)))
        .extracting(PaymentOrderView::beneficiary, PaymentOrderView::amount)
        .containsExactly(tuple("付款人 R1", yuan("0.01")));
  }

  @Test
  void a_penalty_runs_on_what_is_missing() {
    EscrowView escrow = opened();
    Instant due = escrow.priceDueAt().minusMillis(1);
    receives("400.00", due);
    receives("300.00", due.plus(10, ChronoUnit.DAYS));
    receives("400.00", due.plus(100, ChronoUnit.DAYS));

    // 300 for ten days and 300 for a hundred, at three in ten thousand; the surplus costs nothing.
    assertThat(account(SubAccountPurpose.PENALTY).expected()).isEqualTo(yuan("9.90"));
  }

  @Test
  void a_part_that_the_bank_takes_back_is_missing_again_and_does_not_reappear() {
    opened();
    receives("600.00", START);
    takenBack("R0");
    assertThat(price().missing()).isEqualTo(yuan("1000.00"));
    receives("700.00", START);
    receives("300.00", START);

    assertThat(price().receipts()).extracting(it -> it.reference()).containsExactly("R1", "R2");
    assertThat(await(door.distributions(CONTRACT)).getFirst().whole()).isEqualTo(yuan("1000.00"));
  }

  @Test
  void a_part_of_a_deposit_that_was_taken_back_does_not_reappear_when_it_is_whole() {
    String number = market.deposit(ANJI);
    for (String part : List.of("50.00", "60.00", "140.00")) {
      String reference = "R" + receipts++;
      done(door.receive(new BankReceipt(reference, number, yuan(part), "安吉竹海公司", START)));
      if (reference.equals("R0")) {
        takenBack(reference);
      }
    }

    SubAccountView deposit = account(SubAccountPurpose.DEPOSIT);
    assertThat(deposit.state()).isEqualTo(State.HELD);
    assertThat(deposit.receipts()).extracting(it -> it.reference()).containsExactly("R1", "R2");
    done(door.releaseDeposits(TRADE, Set.of()));
    assertThat(await(door.paymentOrders(TRADE)))
        .extracting(PaymentOrderView::amount)
        .containsExactly(yuan("60.00"), yuan("140.00"));
  }

  @Test
  void a_whole_payment_of_which_a_part_is_taken_back_is_owed_anew_as_far_as_that() {
    opened();
    receives("600.00", START);
    receives("400.00", START);
    takenBack("R0");

    assertThat(account(SubAccountPurpose.RECOURSE).expected()).isEqualTo(yuan("600.00"));
    String owed = account(SubAccountPurpose.RECOURSE).number();
    receives(owed, "250.00", START);
    receives(owed, "350.00", START);
    assertThat(account(SubAccountPurpose.RECOURSE).state()).isEqualTo(State.RECEIVED);
  }

  @Test
  void parts_of_a_revenue_count_for_its_correction_and_what_is_too_much_goes_back() {
    opened();
    receives("1000.00", START);
    reported("5000.00");
    receives(account(SubAccountPurpose.REVENUE).number(), "300.00", START);
    receives(account(SubAccountPurpose.REVENUE).number(), "400.00", START);
    reported("500.00");

    SubAccountView anew = account(SubAccountPurpose.REVENUE);
    assertThat(anew.state()).isEqualTo(State.RECEIVED);
    assertThat(done(door.distribute(CONTRACT, 2026)).whole()).isEqualTo(yuan("500.00"));
    assertThat(await(door.paymentOrders(TRADE)))
        .extracting(PaymentOrderView::amount)
        .containsExactly(yuan("200.00"));
  }

  @Test
  void a_revenue_that_is_corrected_to_nothing_gives_back_what_came_of_it() {
    opened();
    receives("1000.00", START);
    reported("5000.00");
    receives(account(SubAccountPurpose.REVENUE).number(), "300.00", START);
    reported("0.00");

    assertThat(await(door.paymentOrders(TRADE)))
        .extracting(PaymentOrderView::amount)
        .containsExactly(yuan("300.00"));
  }

  @Test
  void each_part_of_a_revenue_costs_its_own_days() {
    opened();
    receives("1000.00", START);
    reported("10000.00");
    Instant due = RevenueDeadlines.of(TERM, 2026).dueAt().minusMillis(1);
    String number = account(SubAccountPurpose.REVENUE).number();
    receives(number, "6000.00", due);
    receives(number, "4000.00", due.plus(12, ChronoUnit.DAYS));

    assertThat(account(SubAccountPurpose.PENALTY).expected()).isEqualTo(yuan("14.40"));
  }

  private EscrowView opened() {
    return done(door.open(contract("1000.00", "0.00"), 5));
  }

  private RevenueView reported(String revenue) {
    market.isOver(2026);
    ReportRevenue report = new ReportRevenue(CONTRACT, 2026, yuan(revenue), "审计报告");
    return done(door.reportRevenue(report, ANJI_CLERK));
  }

  private SubAccountView price() {
    return account(SubAccountPurpose.PRICE);
  }

  private SubAccountView account(SubAccountPurpose purpose) {
    List<SubAccountView> all = await(door.subAccountsOf(TRADE, ANJI, purpose));
    return all.getLast();
  }

  private void receives(String amount, Instant at) {
    receives(price().number(), amount, at);
  }

  private void receives(String number, String amount, Instant at) {
    done(door.receive(receipt("R" + receipts++, number, amount, at)));
  }

  private void takenBack(String reference) {
    done(door.takeBack(reference, "B-" + reference));
  }
}
