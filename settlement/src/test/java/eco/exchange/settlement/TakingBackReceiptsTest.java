package eco.exchange.settlement;

import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.account;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.party;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.HouseAccount;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.banking.BankMessageView;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PaymentState;
import eco.exchange.settlement.banking.PaymentView;
import eco.exchange.settlement.iso.IsoMessages;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import eco.exchange.settlement.revenue.ReportRevenue;
import eco.exchange.testing.TestDatabase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bank takes back what had come in: before it was used, and after. */
class TakingBackReceiptsTest {

  private static final BankAccount HOUSE =
      new BankAccount("公共资源交易中心", "69000100000000017", "105100000017");
  private static final BankAccount OF_ANJI =
      new BankAccount("安吉竹海公司", "6222020200112233445", "102100099996");
  private static final BankAccount OF_THE_VILLAGE =
      new BankAccount("甲村集体", "6228480402564890018", "103100000026");
  private static final Actor MANAGER = new Actor(account("manager"), party("centre"));
  private static final ContractId CONTRACT = new ContractId(TRADE, 1);

  private final PgMarket database = new PgMarket(TestDatabase.migrated());
  private SettlementMarket market;
  private SettlementDoors door;
  private Banking bank;
  private int messages;

  @BeforeEach
  void begin() {
    market = database.market();
    door = market.door;
    bank = database.banking(market, new HouseAccount(HOUSE));
  }

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void what_fits_nothing_leaves_again_and_nothing_is_to_be_decided() {
    taken(incoming("B1", "", "33.00"));
    taken(reversal(EntryReferences.of("B1"), "33.00"));

    assertThat(receipt("B1")).isEqualTo(ReceiptView.State.TAKEN_BACK);
    assertThat(await(market.receipts.unmatched(Optional.empty(), 10)).items()).isEmpty();
    assertThat(told(door.resolve("B1", new ReceiptResolution.Return(), OFFICER)))
        .isEqualTo("RECEIPT_REVERSED");
    assertThat(balance("BANK")).isEqualTo("0");
    assertThat(exceptions()).containsExactly("receipt/B1");
  }

  @Test
  void what_a_message_tells_as_taken_back_before_it_tells_it_is_taken_back() {
    taken(
        reversal(EntryReferences.of("R8", "PAYER-8"), "33.00"),
        incoming("B8", "PAYER-8", "", "33.00"));

    assertThat(receipt("B8")).isEqualTo(ReceiptView.State.TAKEN_BACK);
    assertThat(balance("BANK")).isEqualTo("0");
    assertThat(exceptions()).containsExactly("receipt/B8");
  }

  @Test
  void a_reversal_is_found_by_number_by_payment_or_by_account_and_amount() {
    taken(incoming("B1", "", "1.00"));
    taken(incoming("B2", "PAYER-7", "", "1.00"));
    taken(incoming("B3", "", "3.00"));
    taken(reversal(EntryReferences.of("B1"), "1.00"));
    taken(reversal(EntryReferences.of("R2", "PAYER-7"), "1.00"));
    taken(
        new BankEntry.Reversal(
            EntryReferences.of("R3"), yuan("3.00"), BookingTime.at(START), OF_ANJI.number()));

    assertThat(exceptions()).containsExactly("receipt/B1", "receipt/B2", "receipt/B3");
    assertThat(balance("BANK")).isEqualTo("0");
  }

  @Test
  void what_a_reversal_takes_back_is_said_by_two_persons_if_the_bank_does_not() {
    taken(incoming("B1", "", "5.00"));
    taken(incoming("B2", "", "6.00"));
    taken(reversal(EntryReferences.of("R1"), "5.00"));
    assertThat(exceptions()).containsExactly("line/N3/0");

    assertThat(told(says("B2"))).isEqualTo("SETTLEMENT_UNFIT");
    done(says("B1"));
    taken(reversal(EntryReferences.of("R1"), "5.00"));

    assertThat(receipt("B1")).isEqualTo(ReceiptView.State.TAKEN_BACK);
    assertThat(receipt("B2")).isEqualTo(ReceiptView.State.UNMATCHED);
    assertThat(exceptions()).isEmpty();
    assertThat(balance("BANK")).isEqualTo("-600");
  }

  private Uni<Answer<BankException>> says(String receipt) {
    return bank.settle(
        "line/N3/0", new ExceptionSettlement.TakeBack(receipt), "银行来函", OFFICER, MANAGER);
  }

  @Test
  void a_price_that_was_shared_is_owed_anew_and_nothing_is_paid_until_it_has_come() {
    String deposit = market.deposit(ANJI);
    taken(incoming("B0", deposit, "200.00"));
    done(door.open(contract("1000.00", "200.00"), 5));
    taken(incoming("B1", awaited(SubAccountPurpose.PRICE).number(), "800.00"));
    done(market.disbursements.payOut(CONTRACT));
    for (PaymentView order : await(bank.stuck(Optional.empty(), 10)).items()) {
      long note = done(bank.noteAccount(order.payee(), OF_THE_VILLAGE, OFFICER)).number();
      done(bank.confirmAccount(order.payee(), note, MANAGER));
    }

    taken(reversal(EntryReferences.of("B1"), "800.00"));

    SubAccountView owed = awaited(SubAccountPurpose.RECOURSE);
    assertThat(owed.expected()).isEqualTo(yuan("800.00"));
    assertThat(owed.party()).isEqualTo(ANJI);
    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(balance("BANK")).isEqualTo("-20000");
    assertThat(balance("RECOURSE")).isEqualTo("-80000");
    assertThat(exceptions()).containsExactly("receipt/B1");

    taken(incoming("B2", owed.number(), "800.00"));
    assertThat(exceptions()).isEmpty();

    assertThat(balance("RECOURSE")).isEqualTo("0");
    assertThat(await(bank.nextFile()).orElseThrow().sum()).isEqualTo(yuan("666.67"));
  }

  @Test
  void a_revenue_that_was_taken_back_is_not_shared_until_it_has_come_anew() {
    String deposit = market.deposit(ANJI);
    taken(incoming("B0", deposit, "200.00"));
    done(door.open(contract("200.00", "200.00"), 5));
    ReportRevenue report = new ReportRevenue(CONTRACT, 2026, yuan("50.00"), "年报");
    done(market.revenues.report(report, ANJI_CLERK));
    taken(incoming("B1", awaited(SubAccountPurpose.REVENUE).number(), "50.00"));

    taken(reversal(EntryReferences.of("B1"), "50.00"));
    assertThat(told(door.distribute(CONTRACT, 2026))).isEqualTo("REVENUE_NOT_RECEIVED");

    taken(incoming("B2", awaited(SubAccountPurpose.RECOURSE).number(), "50.00"));
    taken(reversal(EntryReferences.of("B2"), "50.00"));
    assertThat(told(door.distribute(CONTRACT, 2026))).isEqualTo("REVENUE_NOT_RECEIVED");

    taken(incoming("B3", awaited(SubAccountPurpose.RECOURSE).number(), "50.00"));
    done(door.distribute(CONTRACT, 2026));
  }

  @Test
  void a_deposit_on_its_way_back_does_not_leave() {
    String deposit = market.deposit(ANJI);
    taken(incoming("B0", deposit, "200.00"));
    done(door.releaseDeposits(TRADE, Set.of()));

    taken(reversal(EntryReferences.of("B0"), "200.00"));

    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(await(bank.payments(TRADE)))
        .extracting(PaymentView::state)
        .containsExactly(PaymentState.SET_OFF);
    assertThat(await(bank.stuck(Optional.empty(), 10)).items()).isEmpty();
    assertThat(balance("BANK")).isEqualTo("0");
    assertThat(balance("RECOURSE")).isEqualTo("0");
  }

  @Test
  void a_stray_receipt_on_its_way_back_does_not_leave() {
    taken(incoming("B1", "", "33.00"));
    done(door.resolve("B1", new ReceiptResolution.Return(), OFFICER));

    taken(reversal(EntryReferences.of("B1"), "33.00"));

    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(await(bank.paymentsOfReceipt("B1")))
        .extracting(PaymentView::state)
        .containsExactly(PaymentState.SET_OFF);
    assertThat(balance("BANK")).isEqualTo("0");
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void a_stray_receipt_that_had_gone_back_is_paid_anew_by_another() {
    taken(incoming("B1", "", "33.00"));
    done(door.resolve("B1", new ReceiptResolution.Return(), OFFICER));
    PaymentFile file = await(bank.nextFile()).orElseThrow();
    taken(
        new BankEntry.Outgoing(
            EntryReferences.of("B2", file.payments().getFirst().endToEnd()),
            yuan("33.00"),
            BookingTime.at(START)));
    taken(reversal(EntryReferences.of("B1"), "33.00"));
    assertThat(exceptions()).containsExactly("receipt/B1");

    taken(incoming("B3", "", "32.99"));
    assertThat(told(door.resolve("B3", new ReceiptResolution.Settle("B1"), OFFICER)))
        .isEqualTo("AMOUNT_DIFFERS");
    taken(incoming("B4", "", "33.00"));
    assertThat(told(door.resolve("B4", new ReceiptResolution.Settle("B9"), OFFICER)))
        .isEqualTo("AMOUNT_DIFFERS");
    done(door.resolve("B4", new ReceiptResolution.Settle("B1"), OFFICER));
    await(bank.goOn());

    assertThat(balance("RECOURSE")).isEqualTo("0");
    assertThat(exceptions()).isEmpty();

    taken(reversal(EntryReferences.of("B4"), "33.00"));
    assertThat(balance("RECOURSE")).isEqualTo("-3300");
    assertThat(exceptions()).containsExactly("receipt/B4");
  }

  private SubAccountView awaited(SubAccountPurpose purpose) {
    return await(market.receipts.subAccountOf(TRADE, ANJI, purpose)).orElseThrow();
  }

  private ReceiptView.State receipt(String reference) {
    return await(door.receipt(reference)).orElseThrow().state();
  }

  private List<String> exceptions() {
    return await(bank.exceptions(Optional.empty(), 100)).items().stream()
        .map(open -> open.key())
        .toList();
  }

  private String balance(String purpose) {
    return database
        .texts(
            "SELECT coalesce(sum(balance_fen), 0)::bigint FROM settlement.account WHERE purpose = '%s'"
                .formatted(purpose))
        .getFirst();
  }

  private BankMessageView taken(AccountLine... lines) {
    messages++;
    BankMessage notice = new BankMessage.Notice("N" + messages, START, List.of(lines));
    return done(bank.take(IsoMessages.written(notice, HOUSE.number()))).getFirst();
  }

  private static BankEntry incoming(String reference, String subAccount, String amount) {
    return incoming(EntryReferences.of(reference), subAccount, amount);
  }

  private static BankEntry incoming(
      String reference, String payment, String subAccount, String amount) {
    return incoming(EntryReferences.of(reference, payment), subAccount, amount);
  }

  private static BankEntry incoming(EntryReferences references, String subAccount, String amount) {
    return new BankEntry.Incoming(
        references,
        yuan(amount),
        BookingTime.at(START),
        subAccount,
        OF_ANJI.holder(),
        Optional.of(OF_ANJI),
        "");
  }

  private static BankEntry reversal(EntryReferences references, String amount) {
    return new BankEntry.Reversal(references, yuan(amount), BookingTime.at(START), "");
  }
}
