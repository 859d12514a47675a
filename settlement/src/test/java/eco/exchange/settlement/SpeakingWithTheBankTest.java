package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.HOUSE;
import static eco.exchange.settlement.BankLink.MANAGER;
import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.BankLink.OF_THE_VILLAGE;
import static eco.exchange.settlement.BankLink.incoming;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.LISHUI;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TOWNSHIP;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.account;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.bank.AccountLine;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankEntry;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BookingTime;
import eco.exchange.settlement.bank.EntryReferences;
import eco.exchange.settlement.bank.OrderAnswer;
import eco.exchange.settlement.bank.OrderStatus;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.bank.StatementPeriod;
import eco.exchange.settlement.banking.BankMessageView;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PayeeAccountView;
import eco.exchange.settlement.banking.PaymentState;
import eco.exchange.settlement.banking.PaymentView;
import eco.exchange.settlement.deposit.Forfeit;
import eco.exchange.settlement.iso.IsoMessages;
import eco.exchange.settlement.receipt.ReceiptView;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money comes in and goes out by the messages of the bank alone. */
class SpeakingWithTheBankTest {

  private static final Instant LATER = START.plusSeconds(3600);
  private static final LocalDate DAY = WorkingCalendar.dayOf(START);

  private final BankLink link = new BankLink();
  private final PgMarket database = link.database;
  private final SettlementMarket market = link.market;
  private final SettlementDoors door = link.door;
  private final Banking bank = link.bank;
  private int messages;
  private int numbered;

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  // By the whole history of every order, as if nothing had been noted.
  @AfterEach
  void the_open_orders_are_those_that_were_neither_paid_nor_given_anew() {
    assertThat(
            database.texts(
                """
                SELECT concat_ws(' ', number, business_key, state, due_at) FROM settlement.open_order
                 ORDER BY number
                """))
        .isEqualTo(
            database.texts(
                """
                SELECT concat_ws(' ', number, business_key,
                                 CASE WHEN back_at IS NOT NULL THEN 'CAME_BACK'
                                      WHEN file IS NOT NULL THEN 'SENT'
                                      ELSE 'WAITING' END, due_at)
                  FROM settlement.payment
                 WHERE back_at IS NULL AND paid_at IS NULL OR back_at IS NOT NULL AND NOT is_ordered_anew
                 ORDER BY number
                """));
  }

  @Test
  void a_deposit_that_a_notice_tells_is_held_and_the_statement_tells_nothing_new() {
    String number = market.deposit(ANJI);
    BankEntry.Incoming deposit = incoming("B1", number, "200.00");

    BankMessageView notice = taken(notice(deposit));
    BankMessageView statement = taken(statement(1, "0.00", "200.00", deposit));

    assertThat(deposit(ANJI)).isEqualTo(SubAccountView.State.HELD);
    assertThat(List.of(notice.followed(), notice.disputed())).containsExactly(1, 0);
    assertThat(List.of(statement.followed(), statement.disputed())).containsExactly(1, 0);
    assertThat(database.texts("SELECT kind FROM market.outbox")).containsExactly("DepositHeld");
  }

  @Test
  void a_message_that_comes_twice_changes_nothing_and_another_of_its_number_is_refused() {
    String number = market.deposit(ANJI);
    byte[] statement = statement(1, "0.00", "200.00", incoming("B1", number, "200.00"));
    BankMessageView first = taken(statement);

    assertThat(taken(statement)).isEqualTo(first);
    messages--;
    assertThat(told(bank.take(statement(1, "0.00", "200.01", incoming("B1", number, "200.01")))))
        .isEqualTo("MESSAGE_DIFFERS");
    assertThat(database.texts("SELECT count(*) FROM settlement.receipt")).containsExactly("1");
  }

  @Test
  void statements_follow_upon_each_other_by_balance_and_those_that_do_not_wait_aloud() {
    taken(statement(250, "10.00", "30.00", incoming("B1", "", "20.00")));
    taken(statement(252, "31.00", "33.00", incoming("B3", "", "2.00")));

    assertThat(references()).containsExactly("B1");
    assertThat(exceptions()).containsExactly("STATEMENT_WAITS statement/S2");

    taken(statement(1, "30.00", "31.00", incoming("B2", "", "1.00")));

    assertThat(references()).containsExactly("B1", "B2", "B3");
    assertThat(exceptions()).isEmpty();
  }

  @Test
  void a_statement_that_comes_again_under_another_number_changes_nothing() {
    BankMessageView first = taken(statement(7, "10.00", "30.00", incoming("B1", "", "20.00")));
    numbered = 1;

    assertThat(taken(statement(7, "10.00", "30.00", incoming("B1", "", "20.00")))).isEqualTo(first);
    assertThat(references()).containsExactly("B1");
  }

  @Test
  void a_statement_that_comes_again_with_other_lines_is_no_copy_and_is_told_aloud() {
    taken(statement(7, "10.00", "30.00", incoming("B1", "", "20.00")));
    numbered = 1;
    taken(statement(7, "10.00", "30.00", incoming("B1", "", "19.00"), incoming("B2", "", "1.00")));

    assertThat(references()).containsExactly("B1");
    assertThat(exceptions()).containsExactly("STATEMENT_WAITS statement/S2");
  }

  @Test
  void a_message_that_cannot_be_matched_is_for_persons_and_stops_none_behind_it() {
    String planted =
        "ALTER TABLE settlement.bank_movement ADD CONSTRAINT planted CHECK (amount_fen <> 1300)";
    assertThat(database.attackAsOwner(planted)).isEqualTo("done");
    taken(notice(incoming("B1", "", "13.00")));
    taken(notice(incoming("B2", "", "14.00")));

    assertThat(references()).containsExactly("B2");
    assertThat(exceptions()).containsExactly("LINE_DISPUTED line/N1/0");
  }

  @Test
  void two_persons_may_let_a_statement_pass() {
    taken(statement(1, "0.00", "20.00", incoming("B1", "", "20.00")));
    taken(statement(3, "25.00", "33.00", incoming("B3", "", "8.00")));
    ExceptionSettlement pass = new ExceptionSettlement.LetPass();

    assertThat(told(bank.settle("statement/S2", pass, "缺第 2 号", OFFICER, OFFICER)))
        .isEqualTo("SAME_PERSON");
    assertThat(told(bank.settle("statement/S9", pass, "缺第 2 号", OFFICER, MANAGER)))
        .isEqualTo("EXCEPTION_UNKNOWN");
    BankException ended = done(bank.settle("statement/S2", pass, "缺第 2 号", OFFICER, MANAGER));

    assertThat(ended.end().orElseThrow().words()).isEqualTo("缺第 2 号");
    assertThat(references()).containsExactly("B1", "B3");
    assertThat(exceptions()).containsExactly("BALANCE_DIFFERS balance/S2");
  }

  @Test
  void a_message_about_anothers_account_is_refused() {
    byte[] foreign =
        IsoMessages.written(
            new BankMessage.Notice("N1", START, List.of(incoming("B1", "", "1.00"))),
            "6222020200112233445");

    assertThat(told(bank.take(foreign))).isEqualTo("OTHER_ACCOUNT");
    assertThat(database.texts("SELECT count(*) FROM settlement.bank_message")).containsExactly("0");
  }

  @Test
  void what_names_no_sub_account_waits_for_a_person_and_goes_back_the_way_it_came() {
    taken(notice(incoming("B1", "", "33.00")));
    assertThat(await(door.receipt("B1")).orElseThrow().state())
        .isEqualTo(ReceiptView.State.UNMATCHED);

    done(
        door.resolve(
            "B1", new eco.exchange.settlement.receipt.ReceiptResolution.Return(), OFFICER));

    PaymentFile file = await(bank.nextFile()).orElseThrow();
    assertThat(file.payments()).extracting(Payment::to).containsExactly(OF_ANJI);
    assertThat(file.sum()).isEqualTo(yuan("33.00"));
  }

  @Test
  void a_deposit_goes_back_by_a_file_and_is_paid_when_the_bank_has_booked_it() {
    PaymentFile file = refund();
    Payment refund = file.payments().getFirst();

    assertThat(refund.to()).isEqualTo(OF_ANJI);
    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(await(bank.file(file.id())).orElseThrow()).isEqualTo(IsoMessages.written(file));
    assertThat(state()).isEqualTo(PaymentState.SENT);
    taken(answer(file, OrderStatus.Step.ACCEPTED, ""));
    assertThat(state()).isEqualTo(PaymentState.ACCEPTED);
    taken(statement(1, "0.00", "0.00", deposited(), outgoing("B2", refund, "200.00")));

    assertThat(state()).isEqualTo(PaymentState.PAID);
    assertThat(await(bank.due(10))).isEmpty();
    assertThat(link.balance("BANK")).isEqualTo("0");
  }

  @Test
  void what_the_bank_rejects_is_the_payees_again_and_is_paid_to_another_account() {
    PaymentFile file = refund();
    taken(answer(file, OrderStatus.Step.REJECTED, "AC01 账号有误"));

    assertThat(state()).isEqualTo(PaymentState.CAME_BACK);
    assertThat(link.balance("DEPOSIT")).isEqualTo("20000");
    PaymentView stuck = await(bank.stuck(Optional.empty(), 10)).items().getFirst();
    assertThat(stuck.reason()).isEqualTo("AC01 账号有误");
    confirm(stuck.payee(), OF_THE_VILLAGE);

    Payment again = await(bank.nextFile()).orElseThrow().payments().getFirst();
    assertThat(again.to()).isEqualTo(OF_THE_VILLAGE);
    assertThat(again.endToEnd()).isNotEqualTo(file.payments().getFirst().endToEnd());
    assertThat(await(bank.stuck(Optional.empty(), 10)).items()).isEmpty();
    assertThat(link.balance("DEPOSIT")).isEqualTo("0");
  }

  @Test
  void what_comes_back_had_left_and_may_be_told_again_but_not_twice() {
    Payment refund = refund().payments().getFirst();
    BankEntry back = returned("B2", refund, "200.00");
    taken(notice(back));
    taken(notice(back));
    taken(notice(outgoing("B1", refund, "200.00")));

    assertThat(state()).isEqualTo(PaymentState.CAME_BACK);
    assertThat(link.balance("DEPOSIT")).isEqualTo("20000");
    assertThat(link.balance("BANK")).isEqualTo("-20000");

    taken(notice(returned("B3", refund, "200.00")));
    assertThat(await(door.receipt("B3")).orElseThrow().state())
        .isEqualTo(ReceiptView.State.UNMATCHED);
    assertThat(link.balance("DEPOSIT")).isEqualTo("20000");
  }

  @Test
  void a_copy_that_the_bank_rejects_lets_the_payment_go_its_way() {
    PaymentFile file = refund();
    taken(answer(file, OrderStatus.Step.ACCEPTED, ""));
    taken(answer(file, OrderStatus.Step.REJECTED, "DU01 重复提交"));

    assertThat(state()).isEqualTo(PaymentState.ACCEPTED);
    assertThat(link.balance("DEPOSIT")).isEqualTo("0");
  }

  @Test
  void what_cannot_be_true_is_disputed_and_nothing_follows_from_it() {
    Payment refund = refund().payments().getFirst();
    taken(notice(outgoing("B1", Optional.empty(), "5.00")));
    taken(notice(outgoing("B2", Optional.of("never"), "5.00")));
    taken(notice(outgoing("B3", refund, "199.00")));
    assertThat(state()).isEqualTo(PaymentState.SENT);
    taken(notice(incoming("B0", "", "1.00")));

    assertThat(await(bank.exceptions(Optional.empty(), 10)).items())
        .extracting(BankException::detail)
        .satisfiesExactly(
            told -> assertThat(told).startsWith("NOTHING_ORDERED"),
            told -> assertThat(told).isEqualTo("ORDER_UNKNOWN: no payment has the id never"),
            told -> assertThat(told).startsWith("AMOUNT_DIFFERS"),
            told -> assertThat(told).startsWith("NUMBER_REUSED: B0 is known with CNY 200.00"));
  }

  @Test
  void a_payment_that_was_booked_twice_is_disputed() {
    Payment refund = refund().payments().getFirst();
    taken(notice(outgoing("B1", refund, "200.00")));
    BankMessageView second = taken(notice(outgoing("B2", refund, "200.00")));

    assertThat(second.disputed()).isEqualTo(1);
    assertThat(link.balance("BANK")).isEqualTo("0");
  }

  @Test
  void the_bank_cannot_reject_what_it_has_booked_nor_book_what_it_has_rejected() {
    PaymentFile one = refund();
    taken(notice(outgoing("B1", one.payments().getFirst(), "200.00")));
    assertThat(taken(answer(one, OrderStatus.Step.REJECTED, "AC04")).disputed()).isEqualTo(1);
    assertThat(state()).isEqualTo(PaymentState.PAID);

    market.deposit(LISHUI);
    String number = subAccount(LISHUI).number();
    taken(notice(incoming("B9", number, "200.00")));
    done(door.releaseDeposits(TRADE, Set.of()));
    PaymentFile other = await(bank.nextFile()).orElseThrow();
    taken(answer(other, OrderStatus.Step.REJECTED, "AC04"));
    BankMessageView booked = taken(notice(outgoing("B8", other.payments().getFirst(), "200.00")));
    assertThat(booked.disputed()).isEqualTo(1);
  }

  @Test
  void an_answer_to_a_file_that_was_never_sent_is_refused_and_of_a_payment_disputed() {
    PaymentFile file = refund();
    PaymentFile another = new PaymentFile("PF-X", START, HOUSE, file.payments());
    Payment strange = new Payment("strange", OF_ANJI, yuan("1.00"), "x");
    PaymentFile half = new PaymentFile(file.id(), START, HOUSE, List.of(strange));
    byte[] ofHalf = answer(half, OrderStatus.Step.REJECTED, "AC01");

    assertThat(told(bank.take(answer(another, OrderStatus.Step.REJECTED, "AC01"))))
        .isEqualTo("FILE_UNKNOWN");
    assertThat(taken(ofHalf).disputed()).isEqualTo(1);
  }

  @Test
  void what_was_told_as_money_from_somebody_and_then_as_a_payment_that_came_back_counts_once() {
    PaymentFile file = refund();
    Payment payment = file.payments().getFirst();
    taken(notice(outgoing("B1", payment, "200.00")));
    EntryReferences names = EntryReferences.of("B2", payment.endToEnd());
    BookingTime at = BookingTime.at(START);
    taken(
        notice(
            new BankEntry.Incoming(
                names, yuan("200.00"), at, "", OF_ANJI.holder(), Optional.of(OF_ANJI), "")));
    taken(notice(new BankEntry.Returned(names, yuan("200.00"), at, "AC04")));

    assertThat(state()).isEqualTo(PaymentState.CAME_BACK);
    assertThat(link.balance("SUSPENSE")).isEqualTo("0");
    assertThat(link.balance("DEPOSIT")).isEqualTo("20000");
    assertThat(link.balance("BANK")).isEqualTo("-20000");
  }

  @Test
  void what_the_bank_says_to_a_whole_file_it_says_to_each_payment() {
    PaymentFile file = refund();
    OrderStatus rejected = new OrderStatus(OrderStatus.Step.REJECTED, "AM04 余额不足");
    taken(
        IsoMessages.written(
            new BankMessage.FileAnswer("A1", LATER, file.id(), Optional.of(rejected), List.of()),
            HOUSE.number()));

    assertThat(state()).isEqualTo(PaymentState.CAME_BACK);
  }

  @Test
  void a_payee_without_an_account_is_listed_and_paid_once_two_people_have_named_one() {
    String number = market.deposit(ANJI);
    taken(notice(incoming("B0", number, "200.00")));
    done(door.open(contract("200.00", "200.00"), 5));
    done(market.disbursements.payOut(new ContractId(TRADE, 1)));

    assertThat(await(bank.nextFile())).isEmpty();
    List<PaymentView> stuck = await(bank.stuck(Optional.empty(), 10)).items();
    assertThat(stuck).hasSize(2).allMatch(order -> order.state() == PaymentState.LACKS_ACCOUNT);
    PaymentView village = stuck.get(1);

    PayeeAccountView noted = done(bank.noteAccount(village.payee(), OF_THE_VILLAGE, OFFICER));
    assertThat(done(bank.noteAccount(village.payee(), OF_THE_VILLAGE, OFFICER))).isEqualTo(noted);
    assertThat(await(bank.nextFile())).isEmpty();
    assertThat(told(bank.confirmAccount(village.payee(), noted.number(), OFFICER)))
        .isEqualTo("SAME_PERSON");
    assertThat(told(bank.confirmAccount(village.payee(), noted.number() + 1, MANAGER)))
        .isEqualTo("ACCOUNT_NOT_AWAITED");
    assertThat(told(bank.noteAccount("nobody:PAYEE", OF_THE_VILLAGE, OFFICER)))
        .isEqualTo("PAYEE_UNKNOWN");
    assertThat(
            told(
                bank.noteAccount(
                    village.payee(), new BankAccount("甲村", "12", "103100000026"), OFFICER)))
        .isEqualTo("ACCOUNT_UNFIT");
    done(bank.confirmAccount(village.payee(), noted.number(), MANAGER));

    PaymentFile file = await(bank.nextFile()).orElseThrow();
    assertThat(file.payments()).extracting(Payment::to).containsExactly(OF_THE_VILLAGE);
    assertThat(file.sum()).isEqualTo(village.amount());
    assertThat(await(bank.stuck(Optional.empty(), 10)).items()).hasSize(1);
  }

  @Test
  void a_lost_deposit_is_paid_to_those_who_may_claim_it_and_not_to_who_has_lost_it() {
    String number = market.deposit(ANJI);
    taken(notice(incoming("B0", number, "200.00")));
    Forfeit lost = new Forfeit(yuan("20.00"), "公共资源交易中心", new NamedParty(TOWNSHIP, "甲村集体"));
    done(door.releaseDeposit(TRADE, ANJI, Optional.of(lost)));

    assertThat(await(bank.payments(TRADE)))
        .extracting(PaymentView::state)
        .containsExactly(PaymentState.LACKS_ACCOUNT, PaymentState.LACKS_ACCOUNT);
    assertThat(await(bank.nextFile())).isEmpty();
  }

  private PaymentFile refund() {
    String number = market.deposit(ANJI);
    taken(notice(incoming("B0", number, "200.00")));
    done(door.releaseDeposits(TRADE, Set.of()));
    return await(bank.nextFile()).orElseThrow();
  }

  private void confirm(String payee, BankAccount account) {
    PayeeAccountView noted = done(bank.noteAccount(payee, account, OFFICER));
    done(bank.confirmAccount(payee, noted.number(), MANAGER));
  }

  private PaymentState state() {
    return await(bank.payments(TRADE)).getFirst().state();
  }

  private SubAccountView subAccount(PartyId bidder) {
    return await(door.subAccountOf(TRADE, bidder, SubAccountPurpose.DEPOSIT)).orElseThrow();
  }

  private SubAccountView.State deposit(PartyId bidder) {
    return subAccount(bidder).state();
  }

  private List<String> references() {
    return database.texts("SELECT reference FROM settlement.receipt ORDER BY number");
  }

  private List<String> exceptions() {
    return await(bank.exceptions(Optional.empty(), 100)).items().stream()
        .map(open -> open.kind() + " " + open.key())
        .toList();
  }

  private BankMessageView taken(byte[] message) {
    return done(bank.take(message)).getFirst();
  }

  private byte[] notice(AccountLine... lines) {
    messages++;
    return IsoMessages.written(
        new BankMessage.Notice("N" + messages, LATER, List.of(lines)), HOUSE.number());
  }

  private byte[] statement(long sequence, String opening, String closing, AccountLine... lines) {
    messages++;
    numbered = numbered == 0 ? messages : numbered;
    byte[] written =
        IsoMessages.written(
            new BankMessage.Statement(
                "S" + messages,
                LATER,
                "ST" + numbered,
                Optional.of(sequence),
                new StatementPeriod(yuan(opening), DAY, yuan(closing), DAY),
                List.of(lines)),
            HOUSE.number());
    numbered = 0;
    return written;
  }

  private byte[] answer(PaymentFile file, OrderStatus.Step step, String reason) {
    messages++;
    OrderStatus status = new OrderStatus(step, reason);
    List<OrderAnswer> each =
        file.payments().stream()
            .map(payment -> new OrderAnswer(payment.endToEnd(), status))
            .toList();
    return IsoMessages.written(
        new BankMessage.FileAnswer("A" + messages, LATER, file.id(), Optional.empty(), each),
        HOUSE.number());
  }

  private BankEntry.Incoming deposited() {
    return incoming("B0", subAccount(ANJI).number(), "200.00");
  }

  private static BankEntry outgoing(String reference, Payment payment, String amount) {
    return outgoing(reference, Optional.of(payment.endToEnd()), amount);
  }

  private static BankEntry outgoing(String reference, Optional<String> payment, String amount) {
    return new BankEntry.Outgoing(
        new EntryReferences(Optional.of(reference), Optional.empty(), payment, 1, 1),
        yuan(amount),
        BookingTime.at(LATER));
  }

  private static BankEntry returned(String reference, Payment payment, String amount) {
    return new BankEntry.Returned(
        EntryReferences.of(reference, payment.endToEnd()),
        yuan(amount),
        BookingTime.at(LATER),
        "AC04 账户已销户");
  }
}
