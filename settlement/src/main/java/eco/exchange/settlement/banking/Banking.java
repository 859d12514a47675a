package eco.exchange.settlement.banking;

import eco.exchange.answer.Answer;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.Page;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankMessage;
import eco.exchange.settlement.bank.BankMessageRules;
import eco.exchange.settlement.bank.HouseAccount;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.iso.IsoMessages;
import eco.exchange.settlement.ledger.Story;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

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
  private final PayeeAccounts desk;
  private final BankLineProcessor teller;
  private final BankAccount house;
  private final Clock clock;

  Banking(
      BooksStore books,
      Receipts receipts,
      PgBankStore messages,
      PgPaymentStore payments,
      PgPayeeStore payees,
      HouseAccount house,
      Clock clock) {
    this.messages = messages;
    this.payments = payments;
    this.payees = payees;
    this.desk = new PayeeAccounts(books, payments, payees);
    this.teller = new BankLineProcessor(books, receipts, messages, payments, clock);
    this.house = house.account();
    this.clock = clock;
  }

  /**
   * Takes a message of the bank, as ISO 20022 writes it: a statement (camt.053), a notice
   * (camt.054) or the answer to a file (pain.002). It is kept whole before anything follows from
   * it.
   */
  public Uni<Answer<BankMessageView>> take(byte[] xml) {
    return Uni.createFrom()
        .item(() -> IsoMessages.fromBank(xml))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(
            read ->
                switch (read) {
                  case Answer.Refused<BankMessage> refused ->
                      Uni.createFrom().item(Answer.refused(refused.reasons()));
                  case Answer.Done<BankMessage> done -> kept(done.value(), sha256(xml));
                });
  }

  private Uni<Answer<BankMessageView>> kept(BankMessage message, String sha256) {
    return BankMessageRules.foreign(message, house.number())
        .<Uni<Answer<BankMessageView>>>map(
            foreign -> Uni.createFrom().item(Answer.refused(List.of(foreign))))
        .orElseGet(
            () ->
                messages
                    .keep(message, sha256, now())
                    .chain(
                        answer ->
                            answer instanceof Answer.Refused<BankMessageView>
                                ? Uni.createFrom().item(answer)
                                : teller
                                    .followAll()
                                    .chain(() -> messages.message(message.id()))
                                    .map(view -> Answer.done(view.orElseThrow()))));
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
   */
  public Uni<Answer<PayeeAccountView>> noteAccount(
      String payee, BankAccount account, Actor officer) {
    return desk.note(payee, account, officer, now());
  }

  /**
   * Confirms the account that was noted last for a payee. What has come back from another one is
   * ordered anew, and what waited for it goes with the next file.
   *
   * @param number the number of the note that is meant
   */
  public Uni<Answer<PayeeAccountView>> confirmAccount(String payee, long number, Actor manager) {
    return desk.confirm(payee, number, manager, now());
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

  /** The orders that a person must see to: they lack an account, or have come back. */
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

  /** What the bank has told and cannot be true, latest first. */
  public Uni<Page<BankDisputeView>> disputes(Optional<String> after, int limit) {
    return messages.disputes(after, clamped(limit));
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
