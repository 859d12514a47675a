package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.MANAGER;
import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.BankLink.OF_THE_VILLAGE;
import static eco.exchange.settlement.BankLink.incoming;
import static eco.exchange.settlement.BankLink.outgoing;
import static eco.exchange.settlement.BankLink.returned;
import static eco.exchange.settlement.BankLink.reversal;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PaymentState;
import eco.exchange.settlement.banking.PaymentView;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A debit may take something back, and does not say what, or says it as nobody expects. */
class DisputedReversalsTest {

  private final BankLink link = new BankLink();
  private final SettlementMarket market = link.market;
  private final SettlementDoors door = link.door;
  private final Banking bank = link.bank;

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void nothing_is_paid_out_of_what_may_have_been_taken_back_until_two_persons_have_said() {
    String deposit = market.deposit(ANJI);
    link.tells(incoming("B0", deposit, "200.00"));
    done(door.releaseDeposits(TRADE, Set.of()));
    link.tells(reversal(EntryReferences.of("R1"), "200.00"));

    assertThat(link.exceptions()).containsExactly("line/N2/0");
    assertThat(await(bank.nextFile())).isEmpty();

    done(says("line/N2/0", new ExceptionSettlement.Explained()));
    assertThat(await(bank.nextFile()).orElseThrow().sum()).isEqualTo(yuan("200.00"));
  }

  @Test
  void a_part_that_is_taken_back_holds_the_whole() {
    link.tells(incoming("B1", "", "33.00"));
    done(door.resolve("B1", new ReceiptResolution.Return(), OFFICER));
    link.tells(reversal(EntryReferences.of("B1"), "3.00"));

    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(told(says("line/N2/0", takeBack("B1")))).isEqualTo("SETTLEMENT_UNFIT");
  }

  @Test
  void a_plain_debit_with_the_id_of_a_payer_holds_its_money_and_two_persons_say_what_it_is() {
    link.tells(incoming(EntryReferences.of("B1", "PAYER-7"), "", "33.00"));
    done(door.resolve("B1", new ReceiptResolution.Return(), OFFICER));
    link.tells(outgoing(EntryReferences.of("B2", "PAYER-7"), "33.00"));
    assertThat(link.exceptions()).containsExactly("line/N2/0");
    assertThat(await(bank.nextFile())).isEmpty();

    done(says("line/N2/0", takeBack("B1")));

    assertThat(link.receipt("B1")).isEqualTo(ReceiptView.State.TAKEN_BACK);
    assertThat(await(bank.paymentsOfReceipt("B1")))
        .extracting(PaymentView::state)
        .containsExactly(PaymentState.SET_OFF);
    await(bank.goOn());
    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(link.exceptions()).isEmpty();
  }

  @Test
  void a_payment_that_the_exchange_has_ordered_holds_nothing() {
    link.tells(incoming("B1", "", "33.00"));
    done(door.resolve("B1", new ReceiptResolution.Return(), OFFICER));
    Payment payment = await(bank.nextFile()).orElseThrow().payments().getFirst();
    link.tells(incoming(EntryReferences.of("B2", payment.endToEnd()), "", "33.00"));
    done(door.resolve("B2", new ReceiptResolution.Return(), OFFICER));
    link.tells(outgoing("B3", payment));

    assertThat(link.exceptions()).isEmpty();
    assertThat(await(bank.nextFile())).isPresent();
  }

  @Test
  void the_parts_of_an_entry_are_taken_back_in_one_sum() {
    link.tells(incoming(part(1), "", "60.00"), incoming(part(2), "", "40.00"));
    link.tells(reversal(EntryReferences.of("R-B"), "100.00"));

    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(link.exceptions()).hasSize(2).allMatch(key -> key.startsWith("receipt/"));
  }

  @Test
  void two_persons_say_which_receipts_were_taken_back_in_one_sum() {
    link.tells(incoming("B1", "", "60.00"));
    link.tells(incoming("B2", "", "40.00"));
    link.tells(reversal(EntryReferences.of("R1"), "100.00"));

    assertThat(told(says("line/N3/0", takeBack("B1")))).isEqualTo("SETTLEMENT_UNFIT");
    assertThat(told(says("line/N3/0", takeBack("B1", "B9")))).isEqualTo("RECEIPT_UNKNOWN");
    done(says("line/N3/0", takeBack("B1", "B2")));

    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(link.exceptions()).isEmpty();
  }

  @Test
  void persons_may_know_better_than_an_id_and_not_than_an_account() {
    link.tells(incoming(EntryReferences.of("B1", "PAYER-1"), "", "5.00"));
    link.tells(ofAccount("R1", "5.00", OF_THE_VILLAGE));
    assertThat(told(says("line/N2/0", takeBack("B1")))).isEqualTo("SETTLEMENT_UNFIT");
    assertThat(link.receipt("B1")).isEqualTo(ReceiptView.State.UNMATCHED);

    link.tells(reversal(EntryReferences.of("B1", "REV-1"), "5.00"));
    assertThat(await(bank.nextFile())).isEmpty();
    done(says("line/N3/0", takeBack("B1")));
    assertThat(link.receipt("B1")).isEqualTo(ReceiptView.State.TAKEN_BACK);
  }

  @Test
  void a_reversal_that_is_told_twice_takes_back_once() {
    link.tells(incoming(EntryReferences.of("B1", "PAYER-1"), "", "5.00"));
    link.tells(incoming(EntryReferences.of("B2", "PAYER-2"), "", "5.00"));
    link.tells(ofAccount("R1", "5.00", OF_ANJI));
    assertThat(link.exceptions()).containsExactly("line/N3/0");

    link.tells(reversal(EntryReferences.of("R1", "PAYER-1"), "5.00"));
    await(bank.goOn());

    assertThat(link.exceptions()).containsExactly("receipt/B1");
    assertThat(link.receipt("B2")).isEqualTo(ReceiptView.State.UNMATCHED);
    assertThat(link.balance("BANK")).isEqualTo("-500");
  }

  @Test
  void what_two_persons_have_said_is_not_said_again_by_another_telling() {
    link.tells(incoming("B1", "", "5.00"));
    link.tells(incoming("B2", "", "5.00"));
    link.tells(ofAccount("R1", "5.00", OF_ANJI));
    link.tells(ofAccount("R1", "5.00", OF_ANJI));
    assertThat(link.exceptions()).containsExactly("line/N3/0", "line/N4/0");

    done(says("line/N3/0", takeBack("B1")));
    await(bank.goOn());

    assertThat(link.exceptions()).isEmpty();
    assertThat(link.receipt("B2")).isEqualTo(ReceiptView.State.UNMATCHED);
  }

  @Test
  void one_of_two_does_not_become_sure_because_the_other_is_gone() {
    link.tells(incoming("B1", "", "5.00"));
    link.tells(incoming("B2", "", "5.00"));
    link.tells(ofAccount("R1", "5.00", OF_ANJI));
    link.tells(reversal(EntryReferences.of("B1"), "5.00"));
    await(bank.goOn());

    assertThat(link.exceptions()).containsExactly("line/N3/0", "receipt/B1");
    assertThat(link.receipt("B2")).isEqualTo(ReceiptView.State.UNMATCHED);
  }

  @Test
  void what_is_left_of_an_entry_is_taken_back_by_its_sum_alone() {
    link.tells(incoming(part(1), "", "60.00"), incoming(part(2), "", "40.00"));
    link.tells(ofAccount("R1", "60.00", OF_ANJI));
    link.tells(reversal(EntryReferences.of("R-B"), "5.00"));

    assertThat(link.balance("BANK")).isEqualTo("-4000");
    assertThat(link.exceptions()).contains("line/N3/0");
  }

  @Test
  void a_plain_debit_that_is_told_more_fully_holds_what_it_names_then() {
    link.tells(incoming(EntryReferences.of("B1", "PAYER-7"), "", "33.00"));
    done(door.resolve("B1", new ReceiptResolution.Return(), OFFICER));
    link.tells(outgoing(EntryReferences.of("B2"), "33.00"));
    link.tells(outgoing(EntryReferences.of("B2", "PAYER-7"), "33.00"));

    assertThat(await(bank.nextFile())).isEmpty();
  }

  @Test
  void a_plain_debit_of_the_sum_of_parts_holds_them() {
    link.tells(incoming(part(1), "", "60.00"), incoming(part(2), "", "40.00"));
    done(door.resolve("R-B/1", new ReceiptResolution.Return(), OFFICER));
    link.tells(outgoing(EntryReferences.of("R-B"), "100.00"));

    assertThat(await(bank.nextFile())).isEmpty();
  }

  @Test
  void what_comes_after_a_disputed_debit_is_held_by_it_too() {
    link.tells(outgoing(EntryReferences.of("D1", "PAYER-7"), "33.00"));
    link.tells(incoming(EntryReferences.of("B1", "PAYER-7"), "", "33.00"));
    done(door.resolve("B1", new ReceiptResolution.Return(), OFFICER));

    assertThat(await(bank.nextFile())).isEmpty();
  }

  @Test
  void two_pairs_of_persons_do_not_say_two_things_of_one_line() {
    link.tells(incoming("B1", "", "5.00"));
    link.tells(incoming("B2", "", "5.00"));
    link.tells(ofAccount("R1", "5.00", OF_ANJI));

    List<String> told =
        Uni.join()
            .all(
                says("line/N3/0", takeBack("B1")).map(SettlementMarket::toldBy),
                says("line/N3/0", takeBack("B2")).map(SettlementMarket::toldBy))
            .andFailFast()
            .await()
            .indefinitely();

    assertThat(told).contains("done");
    assertThat(link.balance("BANK")).isEqualTo("-500");
  }

  @Test
  void a_return_that_is_taken_back_after_the_second_order_stops_the_third() {
    returnedRefund();
    orderedAnew();
    Payment second = await(bank.nextFile()).orElseThrow().payments().getFirst();
    link.tells(outgoing("B4", second));
    link.tells(returned("B5", second));
    orderedAnew(OF_ANJI);
    link.tells(reversal(EntryReferences.of("B5"), "33.00"));

    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(link.balance("BANK")).isEqualTo("0");
  }

  @Test
  void a_return_is_not_taken_back_whose_order_was_set_off_otherwise() {
    returnedRefund();
    link.tells(reversal(EntryReferences.of("B1"), "33.00"));
    assertThat(states()).containsExactly(PaymentState.SET_OFF);

    link.tells(reversal(EntryReferences.of("B2"), "33.00"));

    assertThat(link.exceptions()).contains("line/N5/0");
  }

  @Test
  void a_payment_that_is_debited_twice_is_not_followed_twice() {
    link.tells(incoming("B1", "", "33.00"));
    done(door.resolve("B1", new ReceiptResolution.Return(), OFFICER));
    Payment payment = await(bank.nextFile()).orElseThrow().payments().getFirst();
    link.tells(outgoing("B3", payment));
    link.tells(outgoing("B4", payment));
    assertThat(link.exceptions()).containsExactly("line/N3/0");

    assertThat(told(says("line/N3/0", new ExceptionSettlement.Follow())))
        .isEqualTo("SETTLEMENT_UNFIT");
  }

  @Test
  void what_is_told_after_the_notice_that_takes_it_back_is_taken_back() {
    link.tells(reversal(EntryReferences.of("R1", "PAYER-7"), "33.00"));
    assertThat(link.exceptions()).containsExactly("line/N1/0");

    link.tells(incoming(EntryReferences.of("B1", "PAYER-7"), "", "33.00"));

    assertThat(link.receipt("B1")).isEqualTo(ReceiptView.State.TAKEN_BACK);
    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(link.exceptions()).containsExactly("receipt/B1");
  }

  @Test
  void a_payment_that_came_back_and_left_after_all_is_not_ordered_anew() {
    Payment payment = returnedRefund();
    link.tells(reversal(EntryReferences.of("B2"), "33.00"));

    assertThat(link.exceptions()).isEmpty();
    assertThat(states()).containsExactly(PaymentState.SET_OFF);
    assertThat(link.balance("BANK")).isEqualTo("0");
    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(payment.amount()).isEqualTo(yuan("33.00"));
  }

  @Test
  void what_was_ordered_anew_meanwhile_does_not_leave() {
    returnedRefund();
    orderedAnew();
    link.tells(reversal(EntryReferences.of("B2"), "33.00"));

    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(states()).containsExactly(PaymentState.CAME_BACK, PaymentState.SET_OFF);
    assertThat(link.balance("BANK")).isEqualTo("0");
  }

  @Test
  void what_was_sent_anew_meanwhile_is_for_persons() {
    returnedRefund();
    orderedAnew();
    assertThat(await(bank.nextFile())).isPresent();
    link.tells(reversal(EntryReferences.of("B2"), "33.00"));

    assertThat(link.exceptions()).containsExactly("line/N4/0");
    assertThat(states()).containsExactly(PaymentState.CAME_BACK, PaymentState.SENT);
  }

  @Test
  void two_persons_say_that_a_line_is_a_movement_of_its_own() {
    BankEntry nameless =
        new BankEntry.Incoming(
            new EntryReferences(Optional.empty(), Optional.empty(), Optional.empty(), 1, 1),
            yuan("5.00"),
            BookingTime.on(WorkingCalendar.dayOf(START)),
            "",
            "",
            Optional.empty(),
            "");
    link.tells(nameless);
    link.tells(nameless);
    assertThat(link.exceptions()).containsExactly("line/N2/0");

    done(says("line/N2/0", new ExceptionSettlement.Follow()));

    assertThat(link.exceptions()).isEmpty();
    assertThat(link.balance("BANK")).isEqualTo("-1000");
    assertThat(await(market.receipts.unmatched(Optional.empty(), 10)).items()).hasSize(2);
  }

  @Test
  void a_line_whose_order_is_not_known_is_not_followed_whoever_says_so() {
    link.tells(outgoing(EntryReferences.of("B1"), "5.00"));

    assertThat(told(says("line/N1/0", new ExceptionSettlement.Follow())))
        .isEqualTo("SETTLEMENT_UNFIT");
    assertThat(link.exceptions()).containsExactly("line/N1/0");
  }

  private Payment returnedRefund() {
    link.tells(incoming("B1", "", "33.00"));
    done(door.resolve("B1", new ReceiptResolution.Return(), OFFICER));
    PaymentFile file = await(bank.nextFile()).orElseThrow();
    Payment payment = file.payments().getFirst();
    link.tells(outgoing("B3", payment));
    link.tells(returned("B2", payment));
    assertThat(states()).containsExactly(PaymentState.CAME_BACK);
    assertThat(await(bank.paymentsOfReceipt("B1")).getFirst().reason()).contains("账号不符");
    return payment;
  }

  private void orderedAnew() {
    orderedAnew(OF_THE_VILLAGE);
  }

  private void orderedAnew(BankAccount account) {
    String payee = await(bank.paymentsOfReceipt("B1")).getFirst().payee();
    long note = done(bank.noteAccount(payee, account, OFFICER)).number();
    done(bank.confirmAccount(payee, note, MANAGER));
    assertThat(states()).endsWith(PaymentState.CAME_BACK, PaymentState.WAITING);
  }

  private static BankEntry ofAccount(String reference, String amount, BankAccount account) {
    return new BankEntry.Reversal(
        EntryReferences.of(reference), yuan(amount), BookingTime.at(START), account.number());
  }

  private List<PaymentState> states() {
    return await(bank.paymentsOfReceipt("B1")).stream().map(PaymentView::state).toList();
  }

  private Uni<Answer<BankException>> says(String exception, ExceptionSettlement settlement) {
    return bank.settle(exception, settlement, "银行来函", OFFICER, MANAGER);
  }

  private static EntryReferences part(int number) {
    return new EntryReferences(Optional.of("R-B"), Optional.empty(), Optional.empty(), number, 2);
  }

  private static ExceptionSettlement takeBack(String... receipts) {
    return new ExceptionSettlement.TakeBack(List.of(receipts));
  }
}
