package eco.exchange.settlement.banking;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.Page;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.HouseAccount;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.iso.IsoMessages;
import eco.exchange.settlement.ledger.Story;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import eco.exchange.settlement.reconciliation.PgBankExceptions.Raised;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Messages of the bank, with what follows from them, and files of what it is to pay.
 *
 * <p>A message that comes twice changes nothing, and a payment goes into one file once.
 */
@ApplicationScoped
public class Banking {

  private static final int PAYMENTS_IN_A_FILE = 1_000;

  private final PgBankStore messages;
  private final PgPaymentStore payments;
  private final PgPayeeStore payees;
  private final PgBankExceptionStore exceptions;
  private final PayeeAccounts desk;
  private final BankLineProcessor teller;
  private final ExceptionSettlements settlements;
  private final BankAccount house;
  private final Clock clock;

  Banking(
      BooksStore books,
      Receipts receipts,
      PgBankStore messages,
      PgBankLineStore lines,
      PgBankExceptionStore exceptions,
      PgPaymentStore payments,
      PgPayeeStore payees,
      HouseAccount house,
      Clock clock) {
    this.messages = messages;
    this.payments = payments;
    this.payees = payees;
    this.exceptions = exceptions;
    this.desk = new PayeeAccounts(books, payments, payees);
    TakenBackReceipts takenBack = new TakenBackReceipts(books, receipts, payments, lines, clock);
    DisputedLines disputed = new DisputedLines(takenBack, exceptions);
    this.teller =
        new BankLineProcessor(
            books, receipts, takenBack, disputed, lines, exceptions, payments, clock);
    this.settlements = new ExceptionSettlements(disputed, exceptions, teller);
    this.house = house.account();
    this.clock = clock;
  }

  /**
   * Takes a message of the bank, as ISO 20022 writes it: statements (camt.053), notices (camt.054)
   * or the answer to a file (pain.002). Each is kept whole before anything follows from it, and a
   * statement that comes too early waits for the one before it.
   *
   * @return what was taken, in order; several, if one file holds several statements
   */
  public Uni<Answer<List<BankMessageView>>> take(byte[] xml) {
    return Uni.createFrom()
        .item(() -> IsoMessages.fromBank(xml, house.number()))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(
            read ->
                switch (read) {
                  case Answer.Refused<List<BankMessage>> refused ->
                      Uni.createFrom().item(Answer.refused(refused.reasons()));
                  case Answer.Done<List<BankMessage>> done -> taken(done.value(), sha256(xml));
                });
  }

  /** Takes movements that two persons have told instead of the bank; the same again once. */
  public Uni<Void> takeNotice(BankMessage.Notice notice) {
    byte[] text = notice.toString().getBytes(StandardCharsets.UTF_8);
    return messages
        .keep(notice, sha256(text), now())
        .invoke(Banking::demandKept)
        .chain(teller::followAll);
  }

  private static void demandKept(Answer<BankMessageView> answer) {
    if (answer instanceof Answer.Refused<BankMessageView> refused) {
      throw new IllegalStateException("what persons tell is kept: " + refused.reasons());
    }
  }

  private Uni<Answer<List<BankMessageView>>> taken(List<BankMessage> all, String sha256) {
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(message -> messages.keep(message, sha256, now()))
        .collect()
        .asList()
        .chain(answers -> teller.followAll().replaceWith(answers))
        .chain(this::told);
  }

  private Uni<Answer<List<BankMessageView>>> told(List<Answer<BankMessageView>> answers) {
    List<Refusal> reasons =
        answers.stream()
            .flatMap(
                answer ->
                    answer instanceof Answer.Refused<BankMessageView> refused
                        ? refused.reasons().stream()
                        : Stream.empty())
            .toList();
    if (!reasons.isEmpty()) {
      return Uni.createFrom().item(Answer.refused(reasons));
    }
    return messages
        .messages(
            answers.stream()
                .map(answer -> ((Answer.Done<BankMessageView>) answer).value().message())
                .toList())
        .map(Answer::done);
  }

  /**
   * Does what was left undone: follows lines that wait, if an exchange ended in the midst of them.
   */
  public Uni<Void> goOn() {
    return teller.followAll();
  }

  /**
   * Writes the orders that can be paid into the next file; empty if there are none. Among them is
   * what has come back from members who have told another account since.
   */
  public Uni<Optional<PaymentFile>> nextFile() {
    return desk.orderToldSince(PAYMENTS_IN_A_FILE, now())
        .chain(() -> payments.nextFile(house, now(), PAYMENTS_IN_A_FILE));
  }

  /**
   * Looks which payments are stuck: they lack an account, are held back by the bank, or have come
   * back from it. Each is an exception until it is stuck no more, and none is raised twice.
   */
  public Uni<Void> lookAtPayments() {
    return exceptions.lookAtPayments(now());
  }

  /** A file as it goes to the bank (pain.001): the same bytes whenever it is asked for. */
  public Uni<Optional<byte[]>> file(String file) {
    return payments.file(file, house).map(found -> found.map(IsoMessages::written));
  }

  /** The files, latest first. */
  public Uni<Page<PaymentFileView>> files(Optional<String> after, int limit) {
    return payments.files(after, clamped(limit));
  }

  /**
   * Notes where a payee is to be paid. It counts when somebody else has confirmed it: whoever alone
   * can change where money goes can steal it.
   *
   * @param payee the account of the ledger from which the payee is paid
   * @param by who notes it, for the centre or for the payee itself
   */
  public Uni<Answer<PayeeAccountView>> noteAccount(String payee, BankAccount account, Actor by) {
    return desk.note(payee, account, by, now());
  }

  /**
   * Confirms the account that was noted last for a payee. What has come back from another one is
   * ordered anew, and what waited for it goes with the next file.
   *
   * @param number the number of the note that is meant
   */
  public Uni<Answer<PayeeAccountView>> confirmAccount(String payee, long number, Actor manager) {
    return desk.confirm(payee, number, manager, now()).call(this::lookAtPayments);
  }

  /** The accounts that wait to be confirmed, the longest waiting first. */
  public Uni<Page<PayeeAccountView>> awaitedAccounts(Optional<String> after, int limit) {
    return payees.awaited(after, clamped(limit));
  }

  /** What was noted for a payee, latest first. */
  public Uni<List<PayeeAccountView>> accounts(String payee) {
    return payees.notes(payee);
  }

  /** The payment orders of a trade and where they stand, oldest first. */
  public Uni<List<PaymentView>> payments(TradeId trade) {
    return payments.ofStory(trade.code());
  }

  /** The payments to the members of a payee and where they stand, oldest first. */
  public Uni<List<PaymentView>> paymentsOfMembers(ContractId contract, String payee) {
    return payments.ofStory(Story.ofMembers(contract, payee).key());
  }

  /** The payment by which a stray receipt goes back, and those anew if it came back again. */
  public Uni<List<PaymentView>> paymentsOfReceipt(String reference) {
    return payments.ofStory(Story.ofReceipt(reference).key());
  }

  /** The orders that a person must see to, oldest first; what is held waits by right. */
  public Uni<Page<PaymentView>> stuck(Optional<String> after, int limit) {
    return payments.stuck(after, clamped(limit));
  }

  /** The orders that are to be paid by a day of the law and are not yet, the most urgent first. */
  public Uni<List<PaymentView>> due(int limit) {
    return payments.due(clamped(limit));
  }

  /** The messages of the bank, latest first. */
  public Uni<Page<BankMessageView>> messages(Optional<String> after, int limit) {
    return messages.messages(after, clamped(limit));
  }

  /** What a person must see to, oldest first. */
  public Uni<Page<BankException>> exceptions(Optional<String> after, int limit) {
    return exceptions.open(after, clamped(limit));
  }

  /** What persons have seen to, or has ended by itself, latest first. */
  public Uni<Page<BankException>> endedExceptions(Optional<String> after, int limit) {
    return exceptions.ended(after, clamped(limit));
  }

  /** An exception by its key. */
  public Uni<Optional<BankException>> exception(String key) {
    return exceptions.exception(key);
  }

  /**
   * Raises an exception about a message that was left for the exchange and is refused.
   *
   * @param name by which the message is found again
   * @param writtenAt when it was left: the same bytes may come again
   */
  public Uni<Void> noteRefused(String name, Instant writtenAt, byte[] message, Refusal reason) {
    return noteFile(
        name, "message/", "%s@%s of %s".formatted(name, writtenAt, sha256(message)), reason.told());
  }

  /**
   * Raises an exception about a file that was left for the exchange and cannot even be read.
   *
   * @param writtenAt when it was left: another file may come under the same name
   * @return whether somebody has still to see to it
   */
  public Uni<Boolean> noteUnreadable(String name, Instant writtenAt, String why) {
    String file = "%s@%s".formatted(name, writtenAt);
    return noteFile(name, "file/", file, why)
        .chain(() -> exceptions.exception(keyOf("file/", file)))
        .map(noted -> noted.flatMap(BankException::end).isEmpty());
  }

  private Uni<Void> noteFile(String name, String sort, String file, String why) {
    return exceptions.raise(
        List.of(new Raised(keyOf(sort, file), BankException.Kind.MESSAGE_REFUSED, name, why)),
        now());
  }

  private static String keyOf(String sort, String file) {
    return sort + sha256(file.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Examines how a person would settle an exception, before another confirms it.
   *
   * @return the exception, or EXCEPTION_UNKNOWN, SETTLEMENT_UNFIT, RECEIPT_UNKNOWN
   */
  public Uni<Answer<BankException>> examine(
      String key, ExceptionSettlement settlement, String words) {
    return settlements.examine(key, settlement, words);
  }

  /**
   * Settles an exception: one person says how, and another confirms it.
   *
   * @param words why
   * @return the exception, or SAME_PERSON, or as {@link #examine}, or the reasons for which a
   *     receipt cannot be taken back
   */
  public Uni<Answer<BankException>> settle(
      String key, ExceptionSettlement settlement, String words, Actor proposer, Actor confirmer) {
    return settlements.settle(
        key, settlement, words, proposer.account(), confirmer.account(), now());
  }

  private static int clamped(int limit) {
    return Math.clamp(limit, 1, Page.LIMIT_MAX);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
