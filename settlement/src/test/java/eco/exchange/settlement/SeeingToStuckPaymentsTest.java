package eco.exchange.settlement;

import static eco.exchange.settlement.BankLink.HOUSE;
import static eco.exchange.settlement.BankLink.MANAGER;
import static eco.exchange.settlement.BankLink.OF_ANJI;
import static eco.exchange.settlement.BankLink.OF_THE_VILLAGE;
import static eco.exchange.settlement.BankLink.incoming;
import static eco.exchange.settlement.SettlementMarket.ANJI;
import static eco.exchange.settlement.SettlementMarket.ANJI_CLERK;
import static eco.exchange.settlement.SettlementMarket.LISHUI;
import static eco.exchange.settlement.SettlementMarket.OFFICER;
import static eco.exchange.settlement.SettlementMarket.START;
import static eco.exchange.settlement.SettlementMarket.TOWNSHIP;
import static eco.exchange.settlement.SettlementMarket.TRADE;
import static eco.exchange.settlement.SettlementMarket.account;
import static eco.exchange.settlement.SettlementMarket.await;
import static eco.exchange.settlement.SettlementMarket.contract;
import static eco.exchange.settlement.SettlementMarket.done;
import static eco.exchange.settlement.SettlementMarket.party;
import static eco.exchange.settlement.SettlementMarket.told;
import static eco.exchange.settlement.SettlementMarket.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eco.exchange.market.Actor;
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
import eco.exchange.settlement.bank.OrderStatus.Step;
import eco.exchange.settlement.bank.Payment;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PayeeAccountView;
import eco.exchange.settlement.banking.PaymentState;
import eco.exchange.settlement.deposit.Forfeit;
import eco.exchange.settlement.iso.IsoMessages;
import eco.exchange.settlement.ownpayment.OwnPaymentView;
import eco.exchange.settlement.ownpayment.OwnPayments;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.BankException.Kind;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money that waits is a task with a day, and whoever is paid sees it and can tell the account. */
class SeeingToStuckPaymentsTest {

  private static final PartyId VILLAGE = party("village");
  private static final Actor VILLAGE_CLERK = new Actor(account("village clerk"), VILLAGE);
  private static final ContractId CONTRACT = new ContractId(TRADE, 1);
  private static final Instant LATER = START.plusSeconds(3600);

  /** A Monday morning and three working days. */
  private static final Instant THURSDAY_NIGHT = Instant.parse("2026-03-05T16:00:00Z");

  private static final String OWNER = TRADE + ":PAYEE:owner";

  private final BankLink link = new BankLink();
  private final PgMarket database = link.database;
  private final SettlementMarket market = link.market;
  private final SettlementDoors door = link.door;
  private final Banking bank = link.bank;
  private final OwnPayments own = database.ownPayments(market, bank);
  private int messages;

  @AfterEach
  void the_books_are_right() {
    assertThat(await(door.books()).areRight()).isTrue();
  }

  @Test
  void an_order_without_an_account_is_a_task_with_a_day() {
    isShared();

    assertThat(stuck())
        .extracting(BankException::key)
        .containsExactly(
            "payment/payout/%s/PRICE/PRICE/investor".formatted(CONTRACT),
            "payment/payout/%s/PRICE/PRICE/owner".formatted(CONTRACT));
    BankException owner = stuck().getLast();
    assertThat(owner.subject())
        .isEqualTo("-66.66 甲村集体 payout/%s/PRICE/PRICE/owner".formatted(CONTRACT));
    assertThat(owner.detail()).isEqualTo("LACKS_ACCOUNT: it lacks an account");
    assertThat(owner.raisedAt()).isEqualTo(START);
    assertThat(owner.dueAt()).isEqualTo(THURSDAY_NIGHT);
    assertThat(stuck()).as("it is told once").hasSize(2);
    assertThat(events("BankExceptionRaised")).isEqualTo(2);
  }

  @Test
  void the_party_tells_the_account_and_after_confirmation_the_task_ends() {
    isShared();
    assertThat(stuck()).hasSize(2);
    OwnPaymentView waits = payments(VILLAGE).getFirst();
    assertThat(waits.state()).isEqualTo(PaymentState.LACKS_ACCOUNT);
    assertThat(waits.payee()).isEqualTo(OWNER);
    assertThat(waits.amount()).isEqualTo(yuan("66.66"));

    PayeeAccountView noted = done(own.noteAccount(OWNER, OF_THE_VILLAGE, VILLAGE_CLERK));
    assertThat(noted.notedFor()).isEqualTo(VILLAGE);
    assertThat(payments(VILLAGE).getFirst().noted()).contains("****0018");
    assertThat(await(bank.awaitedAccounts(Optional.empty(), 10)).items()).containsExactly(noted);
    assertThat(await(bank.nextFile())).as("nobody has confirmed it").isEmpty();
    assertThat(told(bank.confirmAccount(OWNER, noted.number(), VILLAGE_CLERK)))
        .isEqualTo("SAME_PERSON");
    assertThat(stuck()).hasSize(2);
    done(bank.confirmAccount(OWNER, noted.number(), MANAGER));

    assertThat(open()).extracting(BankException::key).noneMatch(key -> key.endsWith("/owner"));
    assertThat(events("BankExceptionEnded")).isEqualTo(1);
    assertThat(await(bank.awaitedAccounts(Optional.empty(), 10)).items()).isEmpty();
    assertThat(await(bank.nextFile()).orElseThrow().payments())
        .extracting(Payment::to)
        .containsExactly(OF_THE_VILLAGE);
    OwnPaymentView sent = payments(VILLAGE).getFirst();
    assertThat(sent.state()).isEqualTo(PaymentState.SENT);
    assertThat(sent.to()).contains("****0018");
    assertThat(sent.noted()).isEmpty();
  }

  @Test
  void what_comes_back_is_a_task_by_the_day_of_the_law_and_is_paid_to_what_the_party_tells() {
    PaymentFile file = refund();
    market.clock.moveTo(START.plusSeconds(90_000));
    answers(file, Step.REJECTED, "AC01 账号6222020200112233445有误");

    BankException back = stuck().getFirst();
    assertThat(back.subject()).startsWith("-200.00 安吉竹海公司 refund/");
    assertThat(back.detail())
        .isEqualTo("CAME_BACK: it came back from the bank, account ****3445: AC01 账号****3445有误");
    assertThat(back.dueAt()).as("the law wants it by then").isEqualTo(THURSDAY_NIGHT);
    OwnPaymentView seen = payments(ANJI).getFirst();
    assertThat(seen.state()).isEqualTo(PaymentState.CAME_BACK);
    assertThat(seen.reason()).isEqualTo("AC01 账号****3445有误");
    assertThat(seen.dueAt()).contains(THURSDAY_NIGHT);

    long note = done(own.noteAccount(seen.payee(), OF_THE_VILLAGE, ANJI_CLERK)).number();
    done(bank.confirmAccount(seen.payee(), note, MANAGER));

    assertThat(open()).isEmpty();
    PaymentFile anew = await(bank.nextFile()).orElseThrow();
    assertThat(anew.payments()).extracting(Payment::to).containsExactly(OF_THE_VILLAGE);
    assertThat(payments(ANJI))
        .extracting(OwnPaymentView::state, OwnPaymentView::isOrderedAnew)
        .containsExactly(tuple(PaymentState.SENT, false), tuple(PaymentState.CAME_BACK, true));

    answers(anew, Step.REJECTED, "AC04");
    assertThat(stuck()).as("another order").hasSize(1);
    assertThat(stuck().getFirst().key()).startsWith("payment/anew/2/refund/");
  }

  @Test
  void nobody_sees_or_names_anybody_else() {
    isShared();
    String refund = TRADE + ":DEPOSIT:" + market.deposit(LISHUI);

    assertThat(payments(LISHUI)).isEmpty();
    assertThat(payments(ANJI)).isEmpty();
    for (String payee : List.of(OWNER, refund, TRADE + ":PAYEE:nobody", TRADE + ":ESCROW", "x")) {
      assertThat(told(own.noteAccount(payee, OF_ANJI, ANJI_CLERK)))
          .as(payee)
          .isEqualTo("PAYEE_UNKNOWN");
    }
    assertThat(told(own.noteAccount(OWNER, new BankAccount("甲", "1", "2"), VILLAGE_CLERK)))
        .isEqualTo("ACCOUNT_UNFIT");
    assertThat(database.texts("SELECT count(*) FROM settlement.payee_account"))
        .containsExactly("0");
  }

  @Test
  void a_name_in_a_contract_is_no_proof_of_who_somebody_is() {
    isShared();
    assertThat(told(own.noteAccount(TRADE + ":PAYEE:investor", OF_ANJI, ANJI_CLERK)))
        .isEqualTo("PAYEE_UNKNOWN");
  }

  @Test
  void what_the_bank_holds_back_is_a_task_each_time() {
    PaymentFile file = refund();
    answers(file, Step.STOPPED, "NARR 待核实");
    String key = stuck().getFirst().key();
    assertThat(payments(ANJI).getFirst().state()).isEqualTo(PaymentState.STOPPED);

    answers(file, Step.ACCEPTED, "");
    assertThat(stuck()).isEmpty();
    answers(file, Step.STOPPED, "NARR 再次核实");
    assertThat(stuck()).extracting(BankException::key).containsExactly(key + "#2");
    answers(file, Step.REJECTED, "AC06 账户冻结");
    assertThat(stuck())
        .as("it is stuck for something else")
        .extracting(BankException::key)
        .containsExactly(key + "#3");
    assertThat(stuck().getFirst().detail()).contains("came back from the bank");
  }

  @Test
  void what_was_held_back_and_is_paid_is_no_task_any_more() {
    PaymentFile file = refund();
    answers(file, Step.STOPPED, "NARR 待核实");
    assertThat(stuck()).hasSize(1);

    takes(
        new BankEntry.Outgoing(
            EntryReferences.of("B9", file.payments().getFirst().endToEnd()),
            yuan("200.00"),
            BookingTime.at(LATER)));

    assertThat(stuck()).isEmpty();
    assertThat(payments(ANJI).getFirst().state()).isEqualTo(PaymentState.PAID);
  }

  @Test
  void what_has_come_back_and_is_set_off_is_no_task_any_more() {
    PaymentFile file = refund();
    answers(file, Step.REJECTED, "AC04");
    assertThat(stuck()).hasSize(1);

    takes(
        new BankEntry.Reversal(
            EntryReferences.of("B0"), yuan("200.00"), BookingTime.at(START), ""));

    assertThat(stuck()).extracting(BankException::kind).doesNotContain(Kind.PAYMENT_STUCK);
    assertThat(payments(ANJI).getFirst().state()).isEqualTo(PaymentState.SET_OFF);
  }

  @Test
  void what_two_persons_have_explained_comes_again_if_it_is_still_stuck_when_its_days_are_over() {
    PaymentFile file = refund();
    answers(file, Step.STOPPED, "NARR 待核实");
    String key = stuck().getFirst().key();
    done(bank.settle(key, new ExceptionSettlement.Explained(), "银行答复三日内", OFFICER, MANAGER));

    assertThat(stuck()).as("it has been seen to").isEmpty();
    market.clock.moveTo(THURSDAY_NIGHT.minusSeconds(1));
    assertThat(stuck()).isEmpty();
    market.clock.moveTo(THURSDAY_NIGHT);
    assertThat(stuck()).extracting(BankException::key).containsExactly(key + "#2");

    done(bank.settle(key + "#2", new ExceptionSettlement.Explained(), "银行再次答复", OFFICER, MANAGER));
    market.clock.moveTo(THURSDAY_NIGHT.plusSeconds(1));
    answers(file, Step.STOPPED, "NARR 银行另有说明");
    assertThat(stuck())
        .as("the bank has said something since")
        .extracting(BankException::key)
        .containsExactly(key + "#3");
  }

  @Test
  void what_is_held_for_a_recourse_waits_by_right() {
    String deposit = market.deposit(ANJI);
    takes(incoming("B0", deposit, "200.00"));
    done(door.open(contract("1000.00", "200.00"), 5));
    takes(incoming("B1", awaited(SubAccountPurpose.PRICE), "800.00"));
    done(market.disbursements.payOut(CONTRACT));
    isTheVillage("owner");
    assertThat(stuck()).hasSize(2);
    takes(
        new BankEntry.Reversal(
            EntryReferences.of("B1"), yuan("800.00"), BookingTime.at(START), ""));

    assertThat(stuck()).extracting(BankException::kind).doesNotContain(Kind.PAYMENT_STUCK);
    assertThat(await(bank.stuck(Optional.empty(), 10)).items()).isEmpty();
    OwnPaymentView held = payments(VILLAGE).getFirst();
    assertThat(held.isHeld()).isTrue();

    takes(incoming("B2", awaited(SubAccountPurpose.RECOURSE), "800.00"));
    assertThat(stuck())
        .filteredOn(open -> open.kind() == Kind.PAYMENT_STUCK)
        .hasSize(2)
        .allMatch(open -> open.key().endsWith("#2"));
    assertThat(payments(VILLAGE).getFirst().isHeld()).isFalse();
  }

  @Test
  void every_exception_has_its_day() {
    market.clock.moveTo(Instant.parse("2026-03-06T08:00:00Z"));
    takes(new BankEntry.Outgoing(EntryReferences.of("B1"), yuan("5.00"), BookingTime.at(START)));

    assertThat(open())
        .extracting(BankException::kind, BankException::dueAt)
        .containsExactly(tuple(Kind.LINE_DISPUTED, Instant.parse("2026-03-11T16:00:00Z")));
  }

  @Test
  void a_deposit_that_was_lost_to_the_transferor_is_seen_by_it() {
    takes(incoming("B0", market.deposit(LISHUI), "200.00"));
    takes(incoming("B1", market.deposit(ANJI), "200.00"));
    Forfeit lost = new Forfeit(yuan("20.00"), "公共资源交易中心", new NamedParty(TOWNSHIP, "某镇人民政府"));
    done(door.releaseDeposit(TRADE, LISHUI, Optional.of(lost)));
    assertThat(payments(TOWNSHIP))
        .extracting(OwnPaymentView::amount)
        .containsExactly(yuan("180.00"));
    assertThat(payments(LISHUI)).as("it has lost it").isEmpty();
  }

  /** The price of 200 yuan has been shared, and the owner of the land is the village. */
  private void isShared() {
    takes(incoming("B0", market.deposit(ANJI), "200.00"));
    done(door.open(contract("200.00", "200.00"), 5));
    done(market.disbursements.payOut(CONTRACT));
    isTheVillage("owner");
  }

  private void isTheVillage(String payee) {
    assertThat(
            database.attackAsOwner(
                """
                INSERT INTO settlement.naming
                VALUES ('%1$s', '%2$s', 1, '%3$s', '甲村集体', '组织登记证', '%4$s', now());
                INSERT INTO settlement.naming_end
                VALUES ('%1$s', '%2$s', 1, '%4$s', true, '', '%5$s', now())
                """
                    .formatted(CONTRACT, payee, VILLAGE, OFFICER.account(), MANAGER.account())))
        .isEqualTo("done");
  }

  private PaymentFile refund() {
    takes(incoming("B0", market.deposit(ANJI), "200.00"));
    done(door.releaseDeposits(TRADE, Set.of()));
    return await(bank.nextFile()).orElseThrow();
  }

  private List<OwnPaymentView> payments(PartyId party) {
    return await(own.payments(party, Optional.empty(), 50)).items();
  }

  /** The exceptions after a look at the payments. */
  private List<BankException> stuck() {
    await(bank.lookAtPayments());
    return open();
  }

  private List<BankException> open() {
    return await(bank.exceptions(Optional.empty(), 50)).items();
  }

  private long events(String kind) {
    return database.texts("SELECT kind FROM market.outbox").stream().filter(kind::equals).count();
  }

  private String awaited(SubAccountPurpose purpose) {
    return await(market.receipts.subAccountOf(TRADE, ANJI, purpose)).orElseThrow().number();
  }

  private void takes(AccountLine... lines) {
    messages++;
    done(
        bank.take(
            IsoMessages.written(
                new BankMessage.Notice("N" + messages, LATER, List.of(lines)), HOUSE.number())));
  }

  private void answers(PaymentFile file, Step step, String reason) {
    messages++;
    market.clock.moveTo(market.clock.instant().plusMillis(1));
    List<OrderAnswer> each =
        file.payments().stream()
            .map(payment -> new OrderAnswer(payment.endToEnd(), new OrderStatus(step, reason)))
            .toList();
    done(
        bank.take(
            IsoMessages.written(
                new BankMessage.FileAnswer(
                    "A" + messages, LATER, file.id(), Optional.empty(), each),
                HOUSE.number())));
  }
}
