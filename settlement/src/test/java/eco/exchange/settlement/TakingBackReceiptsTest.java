package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.MANAGER;
import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.BankLink.OF_THE_VILLAGE;
import static eco.exchange.settlement.BankLink.incoming;
import static eco.exchange.settlement.BankLink.reversal;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PaymentState;
import eco.exchange.settlement.banking.PaymentView;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import eco.exchange.settlement.revenue.ReportRevenue;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bank takes back what had come in: before it was used, and after. */
class TakingBackReceiptsTest {

  private static final ContractId CONTRACT = new ContractId(TRADE, 1);

  private final BankLink link = new BankLink();
  private final SettlementMarket market = link.market;
  private final SettlementDoors door = link.door;
  private final Banking bank = link.bank;

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void what_fits_nothing_leaves_again_and_nothing_is_to_be_decided() {
    link.tells(incoming("B1", "", "33.00"));
    link.tells(reversal(EntryReferences.of("B1"), "33.00"));

    assertThat(link.receipt("B1")).isEqualTo(ReceiptView.State.TAKEN_BACK);
    assertThat(await(market.receipts.unmatched(Optional.empty(), 10)).items()).isEmpty();
    assertThat(told(door.resolve("B1", new ReceiptResolution.Return(), OFFICER)))
        .isEqualTo("RECEIPT_REVERSED");
    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(link.exceptions()).containsExactly("receipt/B1");
  }

  @Test
  void what_a_message_tells_as_taken_back_before_it_tells_it_is_taken_back() {
    link.tells(
        reversal(EntryReferences.of("R8", "PAYER-8"), "33.00"),
        incoming(EntryReferences.of("B8", "PAYER-8"), "", "33.00"));

    assertThat(link.receipt("B8")).isEqualTo(ReceiptView.State.TAKEN_BACK);
    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(link.exceptions()).containsExactly("receipt/B8");
  }

  @Test
  void a_reversal_is_found_by_number_by_payment_or_by_account_and_amount() {
    link.tells(incoming("B1", "", "1.00"));
    link.tells(incoming(EntryReferences.of("B2", "PAYER-7"), "", "1.00"));
    link.tells(incoming("B3", "", "3.00"));
    link.tells(reversal(EntryReferences.of("B1"), "1.00"));
    link.tells(reversal(EntryReferences.of("R2", "PAYER-7"), "1.00"));
    link.tells(
        new BankEntry.Reversal(
            EntryReferences.of("R3"), yuan("3.00"), BookingTime.at(START), OF_ANJI.number()));

    assertThat(link.exceptions()).containsExactly("receipt/B1", "receipt/B2", "receipt/B3");
    assertThat(link.balance("BANK")).isEqualTo("0");
  }

  @Test
  void what_a_reversal_takes_back_is_said_by_two_persons_if_the_bank_does_not() {
    link.tells(incoming("B1", "", "5.00"));
    link.tells(incoming("B2", "", "6.00"));
    link.tells(reversal(EntryReferences.of("R1"), "5.00"));
    assertThat(link.exceptions()).containsExactly("line/N3/0");

    assertThat(told(says("B2"))).isEqualTo("SETTLEMENT_UNFIT");
    done(says("B1"));
    link.tells(reversal(EntryReferences.of("R1"), "5.00"));

    assertThat(link.receipt("B1")).isEqualTo(ReceiptView.State.TAKEN_BACK);
    assertThat(link.receipt("B2")).isEqualTo(ReceiptView.State.UNMATCHED);
    assertThat(link.exceptions()).isEmpty();
    assertThat(link.balance("BANK")).isEqualTo("-600");
  }

  private Uni<Answer<BankException>> says(String... receipts) {
    return says("line/N3/0", new ExceptionSettlement.TakeBack(List.of(receipts)));
  }

  private Uni<Answer<BankException>> says(String exception, ExceptionSettlement settlement) {
    return bank.settle(exception, settlement, "银行来函", OFFICER, MANAGER);
  }

  @Test
  void a_price_that_was_shared_is_owed_anew_and_nothing_is_paid_until_it_has_come() {
    String deposit = market.deposit(ANJI);
    link.tells(incoming("B0", deposit, "200.00"));
    done(door.open(contract("1000.00", "200.00"), 5));
    link.tells(incoming("B1", awaited(SubAccountPurpose.PRICE).number(), "800.00"));
    done(market.disbursements.payOut(CONTRACT));
    for (PaymentView order : await(bank.stuck(Optional.empty(), 10)).items()) {
      long note = done(bank.noteAccount(order.payee(), OF_THE_VILLAGE, OFFICER)).number();
      done(bank.confirmAccount(order.payee(), note, MANAGER));
    }

    link.tells(reversal(EntryReferences.of("B1"), "800.00"));

    SubAccountView owed = awaited(SubAccountPurpose.RECOURSE);
    assertThat(owed.expected()).isEqualTo(yuan("800.00"));
    assertThat(owed.party()).isEqualTo(ANJI);
    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(link.balance("BANK")).isEqualTo("-20000");
    assertThat(link.balance("RECOURSE")).isEqualTo("-80000");
    assertThat(link.exceptions()).containsExactly("receipt/B1");

    link.tells(incoming("B2", owed.number(), "800.00"));
    assertThat(link.exceptions()).isEmpty();

    assertThat(link.balance("RECOURSE")).isEqualTo("0");
    assertThat(await(bank.nextFile()).orElseThrow().sum()).isEqualTo(yuan("666.67"));
  }

  @Test
  void a_revenue_that_was_taken_back_is_not_shared_until_it_has_come_anew() {
    String deposit = market.deposit(ANJI);
    link.tells(incoming("B0", deposit, "200.00"));
    done(door.open(contract("200.00", "200.00"), 5));
    market.isOver(2026);
    ReportRevenue report = new ReportRevenue(CONTRACT, 2026, yuan("50.00"), "年报");
    done(market.revenues.report(report, ANJI_CLERK));
    link.tells(incoming("B1", awaited(SubAccountPurpose.REVENUE).number(), "50.00"));

    link.tells(reversal(EntryReferences.of("B1"), "50.00"));
    assertThat(told(door.distribute(CONTRACT, 2026))).isEqualTo("REVENUE_NOT_RECEIVED");

    link.tells(incoming("B2", awaited(SubAccountPurpose.RECOURSE).number(), "50.00"));
    link.tells(reversal(EntryReferences.of("B2"), "50.00"));
    assertThat(told(door.distribute(CONTRACT, 2026))).isEqualTo("REVENUE_NOT_RECEIVED");

    link.tells(incoming("B3", awaited(SubAccountPurpose.RECOURSE).number(), "50.00"));
    done(door.distribute(CONTRACT, 2026));
  }

  @Test
  void a_deposit_on_its_way_back_does_not_leave() {
    String deposit = market.deposit(ANJI);
    link.tells(incoming("B0", deposit, "200.00"));
    done(door.releaseDeposits(TRADE, Set.of()));

    link.tells(reversal(EntryReferences.of("B0"), "200.00"));

    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(await(bank.payments(TRADE)))
        .extracting(PaymentView::state)
        .containsExactly(PaymentState.SET_OFF);
    assertThat(await(bank.stuck(Optional.empty(), 10)).items()).isEmpty();
    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(link.balance("RECOURSE")).isEqualTo("0");
  }

  @Test
  void a_stray_receipt_on_its_way_back_does_not_leave() {
    link.tells(incoming("B1", "", "33.00"));
    done(door.resolve("B1", new ReceiptResolution.Return(), OFFICER));

    link.tells(reversal(EntryReferences.of("B1"), "33.00"));

    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(await(bank.paymentsOfReceipt("B1")))
        .extracting(PaymentView::state)
        .containsExactly(PaymentState.SET_OFF);
    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(link.exceptions()).isEmpty();
  }

  @Test
  void a_stray_receipt_that_had_gone_back_is_paid_anew_by_another() {
    link.tells(incoming("B1", "", "33.00"));
    done(door.resolve("B1", new ReceiptResolution.Return(), OFFICER));
    PaymentFile file = await(bank.nextFile()).orElseThrow();
    link.tells(
        new BankEntry.Outgoing(
            EntryReferences.of("B2", file.payments().getFirst().endToEnd()),
            yuan("33.00"),
            BookingTime.at(START)));
    link.tells(reversal(EntryReferences.of("B1"), "33.00"));
    assertThat(link.exceptions()).containsExactly("receipt/B1");

    link.tells(incoming("B3", "", "32.99"));
    assertThat(told(door.resolve("B3", new ReceiptResolution.Settle("B1"), OFFICER)))
        .isEqualTo("AMOUNT_DIFFERS");
    link.tells(incoming("B4", "", "33.00"));
    assertThat(told(door.resolve("B4", new ReceiptResolution.Settle("B9"), OFFICER)))
        .isEqualTo("AMOUNT_DIFFERS");
    done(door.resolve("B4", new ReceiptResolution.Settle("B1"), OFFICER));
    await(bank.goOn());

    assertThat(link.balance("RECOURSE")).isEqualTo("0");
    assertThat(link.exceptions()).isEmpty();

    link.tells(reversal(EntryReferences.of("B4"), "33.00"));
    assertThat(link.balance("RECOURSE")).isEqualTo("-3300");
    assertThat(link.exceptions()).containsExactly("receipt/B4");
  }

  private SubAccountView awaited(SubAccountPurpose purpose) {
    return await(market.receipts.subAccountOf(TRADE, ANJI, purpose)).orElseThrow();
  }
}
