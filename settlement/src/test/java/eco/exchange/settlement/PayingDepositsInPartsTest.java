package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.BankLink.incoming;
import static eco.exchange.settlement.BankLink.reversal;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TOWNSHIP;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import eco.exchange.market.NamedParty;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.deposit.Forfeit;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.receipt.SubAccountView.State;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A deposit that comes in several transfers: it adds up, goes back the way it came, and may fail.
 */
class PayingDepositsInPartsTest {

  private static final BankAccount OF_A_STRANGER =
      new BankAccount("路人甲", "6228480402564890026", "103100000026");
  private static final BankAccount OF_THE_BRANCH =
      new BankAccount("安吉竹海公司", "6228480402564890018", "103100000026");

  private final BankLink link = new BankLink();
  private final SettlementMarket market = link.market;
  private final SettlementDoors door = link.door;
  private final Banking bank = link.bank;

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void a_deposit_in_several_transfers_adds_up_and_is_held_when_it_is_whole() {
    String number = market.deposit(ANJI);
    link.tells(incoming("B1", number, "50.00", OF_ANJI));
    link.tells(incoming("B2", number, "149.99", OF_ANJI));
    link.tells(incoming("B2", number, "149.99", OF_ANJI));

    assertThat(deposit().state()).isEqualTo(State.AWAITED);
    assertThat(deposit().missing()).isEqualTo(yuan("0.01"));
    assertThat(link.balance("ESCROW")).isEqualTo("0");

    link.tells(incoming("B3", number, "0.01", OF_ANJI));
    assertThat(deposit().state()).isEqualTo(State.HELD);
    assertThat(await(door.books()).held()).isEqualTo(yuan("200.00"));
  }

  @Test
  void more_than_is_missing_fits_nothing() {
    String number = market.deposit(ANJI);
    link.tells(incoming("B1", number, "50.00", OF_ANJI));
    link.tells(incoming("B2", number, "150.01", OF_ANJI));

    assertThat(link.receipt("B2")).isEqualTo(ReceiptView.State.UNMATCHED);
    assertThat(told(door.resolve("B2", new ReceiptResolution.Assign(number), OFFICER)))
        .isEqualTo("AMOUNT_DIFFERS");
    link.tells(incoming("B3", "", "150.00", OF_ANJI));
    done(door.resolve("B3", new ReceiptResolution.Assign(number), OFFICER));
    assertThat(deposit().state()).isEqualTo(State.HELD);
  }

  @Test
  void each_transfer_goes_back_to_where_it_came_from() {
    String number = market.deposit(ANJI);
    link.tells(incoming("B1", number, "50.00", OF_ANJI));
    link.tells(incoming("B2", number, "150.00", OF_THE_BRANCH));
    done(door.releaseDeposits(TRADE, Set.of()));

    PaymentFile file = await(bank.nextFile()).orElseThrow();
    assertThat(file.payments())
        .extracting(Payment::to, Payment::amount)
        .containsExactly(tuple(OF_ANJI, yuan("50.00")), tuple(OF_THE_BRANCH, yuan("150.00")));
    assertThat(link.balance("DEPOSIT")).isEqualTo("0");
  }

  @Test
  void what_a_stranger_pays_neither_counts_nor_stands_in_the_way_and_goes_back() {
    String number = market.deposit(ANJI);
    link.tells(incoming("B1", number, "0.01", OF_A_STRANGER));
    link.tells(incoming("B2", number, "50.00", OF_ANJI));
    link.tells(incoming("B3", number, "149.99", OF_ANJI));
    assertThat(deposit().state()).isEqualTo(State.AWAITED);

    link.tells(incoming("B4", number, "0.01", OF_ANJI));
    assertThat(deposit().state()).isEqualTo(State.HELD);
    PaymentFile file = await(bank.nextFile()).orElseThrow();
    assertThat(file.payments())
        .extracting(Payment::to, Payment::amount)
        .containsExactly(tuple(OF_A_STRANGER, yuan("0.01")));

    link.tells(reversal(EntryReferences.of("B1"), "0.01"));
    assertThat(deposit().state()).isEqualTo(State.HELD);
    done(door.releaseDeposits(TRADE, Set.of()));
    assertThat(link.balance("DEPOSIT")).isEqualTo("0");
  }

  @Test
  void what_a_stranger_has_paid_does_not_go_to_an_account_that_the_bidder_tells() {
    String number = market.deposit(ANJI);
    link.tells(nameless("B1", number, "0.01", "路人甲"));
    link.tells(nameless("B2", number, "50.00", "安吉竹海公司"));
    link.tells(nameless("B3", number, "150.00", "安吉竹海公司"));
    assertThat(deposit().state()).isEqualTo(State.HELD);
    done(door.releaseDeposits(TRADE, Set.of()));

    String payee = "%s:DEPOSIT:%s".formatted(TRADE.code(), number);
    long told = done(bank.noteAccount(payee, OF_ANJI, OFFICER)).number();
    done(bank.confirmAccount(payee, told, BankLink.MANAGER));

    assertThat(await(bank.nextFile()).orElseThrow().payments())
        .extracting(Payment::to, Payment::amount)
        .containsExactly(tuple(OF_ANJI, yuan("50.00")), tuple(OF_ANJI, yuan("150.00")));
    assertThat(await(bank.paymentsOfReceipt("B1")))
        .singleElement()
        .satisfies(waits -> assertThat(waits.payee()).doesNotContain("DEPOSIT"));
  }

  @Test
  void of_a_deposit_that_never_was_whole_each_payer_is_paid_by_itself() {
    String number = market.deposit(ANJI);
    link.tells(incoming("B1", number, "0.01", OF_A_STRANGER));
    link.tells(incoming("B2", number, "50.00", OF_ANJI));
    done(door.releaseDeposits(TRADE, Set.of()));
    assertThat(await(bank.paymentsOfReceipt("B1"))).hasSize(1);
    assertThat(await(bank.paymentsOfReceipt("B2"))).hasSize(1);

    link.tells(reversal(EntryReferences.of("B1"), "0.01"));

    assertThat(await(bank.nextFile()).orElseThrow().payments())
        .extracting(Payment::to, Payment::amount)
        .containsExactly(tuple(OF_ANJI, yuan("50.00")));
    assertThat(link.balance("RECOURSE")).as("it has not left").isEqualTo("0");
  }

  @Test
  void what_came_of_a_deposit_whose_bidder_loses_it_before_it_is_whole_goes_back() {
    String number = market.deposit(ANJI);
    link.tells(incoming("B1", number, "50.00", OF_ANJI));
    Forfeit lost = new Forfeit(yuan("20.00"), "公共资源交易中心", new NamedParty(TOWNSHIP, "甲村集体"));
    done(door.releaseDeposit(TRADE, ANJI, Optional.of(lost)));

    assertThat(await(bank.nextFile()).orElseThrow().sum()).isEqualTo(yuan("50.00"));
  }

  @Test
  void what_came_of_a_deposit_that_never_was_whole_goes_back() {
    String number = market.deposit(ANJI);
    link.tells(incoming("B1", number, "50.00", OF_ANJI));
    done(door.releaseDeposits(TRADE, Set.of()));

    assertThat(deposit().state()).isEqualTo(State.CLOSED);
    assertThat(await(bank.nextFile()).orElseThrow().sum()).isEqualTo(yuan("50.00"));
    link.tells(incoming("B2", number, "150.00", OF_ANJI));
    assertThat(link.receipt("B2")).isEqualTo(ReceiptView.State.UNMATCHED);
  }

  @Test
  void a_part_that_the_bank_takes_back_is_missing_again() {
    String number = market.deposit(ANJI);
    link.tells(incoming("B1", number, "50.00", OF_ANJI));
    link.tells(incoming("B2", number, "60.00", OF_ANJI));
    link.tells(reversal(EntryReferences.of("B1"), "50.00"));

    assertThat(deposit().missing()).isEqualTo(yuan("140.00"));
    link.tells(incoming("B3", number, "140.00", OF_ANJI));
    assertThat(deposit().state()).isEqualTo(State.HELD);
    assertThat(link.balance("BANK")).isEqualTo("-20000");
  }

  @Test
  void what_stayed_of_a_held_deposit_counts_for_the_one_that_is_awaited_anew() {
    String number = market.deposit(ANJI);
    link.tells(incoming("B1", number, "50.00", OF_ANJI));
    link.tells(incoming("B2", number, "150.00", OF_ANJI));
    link.tells(reversal(EntryReferences.of("B2"), "150.00"));

    SubAccountView anew = deposit();
    assertThat(anew.number()).isNotEqualTo(number);
    assertThat(anew.missing()).isEqualTo(yuan("150.00"));
    link.tells(incoming("B3", anew.number(), "150.00", OF_ANJI));
    assertThat(deposit().state()).isEqualTo(State.HELD);

    link.tells(reversal(EntryReferences.of("B1"), "50.00"));
    assertThat(deposit().missing()).isEqualTo(yuan("50.00"));
    assertThat(link.balance("BANK")).isEqualTo("-15000");
  }

  @Test
  void what_stayed_of_a_deposit_that_is_no_longer_due_goes_back() {
    String number = market.deposit(ANJI);
    link.tells(incoming("B1", number, "50.00", OF_ANJI));
    link.tells(incoming("B2", number, "150.00", OF_ANJI));
    market.clock.moveTo(START.plus(Duration.ofDays(60)));
    link.tells(reversal(EntryReferences.of("B1"), "50.00"));

    assertThat(deposit().state()).isEqualTo(State.TAKEN_BACK);
    assertThat(await(bank.nextFile()).orElseThrow().sum()).isEqualTo(yuan("150.00"));
  }

  @Test
  void of_a_deposit_that_is_no_longer_due_both_transfers_may_be_taken_back() {
    String number = market.deposit(ANJI);
    link.tells(incoming("B1", number, "50.00", OF_ANJI));
    link.tells(incoming("B2", number, "150.00", OF_ANJI));
    market.clock.moveTo(START.plus(Duration.ofDays(60)));
    link.tells(reversal(EntryReferences.of("B1"), "50.00"));
    link.tells(reversal(EntryReferences.of("B2"), "150.00"));

    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(link.balance("RECOURSE")).isEqualTo("0");
  }

  @Test
  void of_a_transfer_on_its_way_back_that_the_bank_takes_back_only_that_one_does_not_leave() {
    String number = market.deposit(ANJI);
    link.tells(incoming("B1", number, "50.00", OF_ANJI));
    link.tells(incoming("B2", number, "150.00", OF_ANJI));
    done(door.releaseDeposits(TRADE, Set.of()));
    link.tells(reversal(EntryReferences.of("B1"), "50.00"));

    assertThat(await(bank.nextFile()).orElseThrow().sum()).isEqualTo(yuan("150.00"));
    assertThat(link.balance("RECOURSE")).isEqualTo("0");
    assertThat(link.balance("DEPOSIT")).isEqualTo("0");
  }

  // A bank that tells no account of the payer.
  private static BankEntry nameless(String reference, String subAccount, String amount, String by) {
    return new BankEntry.Incoming(
        EntryReferences.of(reference),
        yuan(amount),
        BookingTime.at(START),
        subAccount,
        by,
        Optional.empty(),
        "");
  }

  private SubAccountView deposit() {
    return await(market.receipts.subAccountOf(TRADE, ANJI, SubAccountPurpose.DEPOSIT))
        .orElseThrow();
  }
}
