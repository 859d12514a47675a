package eco.exchange.settlement.deposit;

import eco.exchange.answer.Decision;
import eco.exchange.calendar.Deadline;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.event.DepositEvent;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.Payout;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Story;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.part.PaymentParts;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules of deposits: awaited, held, then applied to the price or given back. */
public final class DepositRules {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

  private DepositRules() {}

  /**
   * Awaits a deposit. A bidder whose earlier deposit of the trade went back may be asked anew, as
   * when a lot is disclosed again.
   *
   * @param returnDays within how many working days it goes back
   */
  static Decision<Books, SubAccountView> expect(
      Books books, PartyId bidder, Money deposit, Instant due, int returnDays, Instant now) {
    if (!deposit.isPositive()) {
      return Decision.refused(
          SettlementRefusal.AMOUNT_NOT_POSITIVE, "a deposit of " + deposit, books);
    }
    List<SubAccountView> earlier = of(bidder, books);
    for (SubAccountView known : earlier) {
      if (known.state() != SubAccountView.State.TAKEN_BACK
          && known.expected().equals(deposit)
          && known.dueAt().equals(Optional.of(due))) {
        return Decision.done(known, books);
      }
    }
    Optional<SubAccountView> open = earlier.stream().filter(DepositRules::isOpen).findFirst();
    if (open.isPresent()) {
      String detail = "%s is awaited on %s".formatted(open.get().expected(), open.get().number());
      return Decision.refused(SettlementRefusal.DEPOSIT_DIFFERS, detail, books);
    }
    SubAccountView opened = awaiting(books, bidder, deposit, due, returnDays, now);
    return Decision.done(opened, books.with(opened));
  }

  /**
   * Holds a deposit that has come in on its sub-account; what others have paid for it goes back.
   */
  public static Books hold(Books books, SubAccountView deposit, Instant now) {
    Transfer held =
        Transfer.moving(
                holdOf(deposit),
                books.account(AccountPurpose.DEPOSIT, deposit.number()),
                books.account(AccountPurpose.ESCROW),
                deposit.expected(),
                TransferCode.DEPOSIT,
                now)
            .held();
    Books after =
        books
            .with(held)
            .with(
                new DepositEvent.DepositHeld(books.ofTrade(), deposit.party(), deposit.expected()));
    return sentBack(after, deposit, now);
  }

  /** Gives held deposits back, and closes what was never paid, of all whom this is about. */
  static Decision<Books, List<SubAccountView>> release(
      Books books, Predicate<PartyId> whose, Instant now) {
    Books released = books;
    for (SubAccountView deposit : deposits(books)) {
      if (whose.test(deposit.party())) {
        released = released(released, deposit, now);
      }
    }
    return Decision.done(deposits(released), released);
  }

  /** Makes the winner's deposit a part of the price. */
  public static Books apply(Books books, SubAccountView deposit, Instant now) {
    Transfer held = books.ledger().pending(holdOf(deposit));
    return books
        .with(held.posted("apply/" + deposit.number(), now))
        .with(deposit.in(SubAccountView.State.APPLIED));
  }

  /** The deposit of a bidder that is held now. */
  public static Optional<SubAccountView> heldOf(PartyId bidder, Books books) {
    return of(bidder, books).stream()
        .filter(deposit -> deposit.state() == SubAccountView.State.HELD)
        .findFirst();
  }

  private static Books released(Books books, SubAccountView deposit, Instant now) {
    return switch (deposit.state()) {
      case AWAITED -> closed(books, deposit, now);
      case HELD -> paidBack(books, deposit, now);
      case FROZEN -> books.with(deposit.in(SubAccountView.State.TO_BE_RELEASED));
      case APPLIED, TO_BE_RELEASED, RELEASED, FORFEITED, RECEIVED, TAKEN_BACK, CLOSED -> books;
    };
  }

  /** Awaits a deposit no longer; what came in of it goes back. */
  static Books closed(Books books, SubAccountView deposit, Instant now) {
    SubAccountView closed = deposit.in(SubAccountView.State.CLOSED);
    Books own = refunded(books.with(closed), closed, closed.receipts().toList(), now);
    return sentBack(own, closed, now);
  }

  /** By when a deposit that is given back at a moment is to be with its payer (R-QUA-6). */
  public static Instant backBy(SubAccountView deposit, Instant from) {
    return CALENDAR
        .plusWorkingDays(WorkingCalendar.dayOf(from), deposit.returnDays().orElseThrow())
        .endsAt();
  }

  /**
   * When a deposit that is kept after bidding must be ordered back, so that it is with its payer by
   * the last day that the notice promises.
   *
   * @param closedAt when bidding closed
   * @param keptDays within how many working days after that it goes back at the latest
   * @param returnDays within how many working days a deposit that is ordered back arrives
   */
  public static Instant orderedBackAt(Instant closedAt, int keptDays, int returnDays) {
    LocalDate day = WorkingCalendar.dayOf(closedAt);
    int wait = keptDays - returnDays;
    return wait < 1
        ? closedAt
        : CALENDAR.plusWorkingDays(day, wait).lastDay().atStartOfDay(Deadline.ZONE).toInstant();
  }

  /** Orders a deposit back, each transfer to where it came from. */
  static Books paidBack(Books books, SubAccountView deposit, Instant now) {
    Transfer held = books.ledger().pending(holdOf(deposit));
    Books freed =
        books
            .with(held.voided("release/" + deposit.number(), now))
            .with(deposit.in(SubAccountView.State.RELEASED));
    return refunded(freed, deposit, deposit.receipts().toList(), now);
  }

  private static Books refunded(
      Books books, SubAccountView deposit, List<BankReceipt> receipts, Instant now) {
    AccountName account = books.account(AccountPurpose.DEPOSIT, deposit.number());
    Books after = books;
    for (BankReceipt receipt : receipts) {
      Payout payout =
          new Payout(
              refundOf(deposit, receipt.reference()),
              receipt.payer(),
              "退还保证金 " + books.ofTrade(),
              Optional.of(backBy(deposit, now)));
      after = payout.from(account, receipt.amount(), after, now);
    }
    return after;
  }

  // What a stranger has paid is none of the bidder's: an account that the bidder tells is not its.
  private static Books sentBack(Books books, SubAccountView deposit, Instant now) {
    AccountName account = books.account(AccountPurpose.DEPOSIT, deposit.number());
    Books after = books;
    for (BankReceipt receipt : deposit.beside()) {
      String story = Story.ofReceipt(receipt.reference()).key();
      AccountName apart = AccountName.of(story, AccountPurpose.SUSPENSE);
      Transfer setApart =
          Transfer.moving(
              "apart/" + receipt.reference(),
              account,
              apart,
              receipt.amount(),
              TransferCode.ASSIGNMENT,
              now);
      after =
          Payout.returning(receipt, Optional.of(backBy(deposit, now)))
              .from(apart, receipt.amount(), after.with(setApart), now);
    }
    return after;
  }

  /** The key of the order by which a transfer of a deposit goes back; that of a part names it. */
  public static String refundOf(SubAccountView deposit, String receipt) {
    String key = "refund/" + deposit.number();
    return deposit.filledBy().filter(last -> last.reference().equals(receipt)).isPresent()
        ? key
        : "%s/%s".formatted(key, receipt);
  }

  /**
   * Gives up a deposit that was held and of which the bank has taken back a transfer. As long as it
   * is due, it is awaited anew, and what else came in for it counts there; later, that goes back.
   */
  public static Books takenBack(
      Books books, SubAccountView deposit, BankReceipt receipt, Instant now) {
    Transfer held = books.ledger().pending(holdOf(deposit));
    List<BankReceipt> others =
        deposit.receipts().filter(one -> !one.reference().equals(receipt.reference())).toList();
    Books after =
        books
            .with(held.voided("unheld/" + deposit.number(), now))
            .with(PaymentParts.left(books, deposit, receipt, now))
            .with(deposit.in(SubAccountView.State.TAKEN_BACK))
            .with(
                new DepositEvent.DepositTakenBack(
                    books.ofTrade(), deposit.party(), deposit.expected()));
    return now.isBefore(deposit.dueAt().orElseThrow())
        ? carried(after, deposit, others, now)
        : refunded(after, deposit, others, now);
  }

  private static Books carried(
      Books books, SubAccountView deposit, List<BankReceipt> parts, Instant now) {
    SubAccountView anew =
        awaiting(
            books,
            deposit.party(),
            deposit.expected(),
            deposit.dueAt().orElseThrow(),
            deposit.returnDays().orElseThrow(),
            now);
    return PaymentParts.carried(books, deposit, anew, parts, now);
  }

  /** Whether the bank has taken back the deposit of a bidder, and none came in since. */
  public static boolean isTakenBack(PartyId bidder, Books books) {
    return of(bidder, books).stream()
            .anyMatch(deposit -> deposit.state() == SubAccountView.State.TAKEN_BACK)
        && of(bidder, books).stream().noneMatch(DepositRules::isStillHeld);
  }

  /** Whether a deposit is still held, or has become a part of the price. */
  public static boolean isStillHeld(SubAccountView deposit) {
    return switch (deposit.state()) {
      case HELD, FROZEN, TO_BE_RELEASED, APPLIED -> true;
      case AWAITED, RELEASED, FORFEITED, RECEIVED, TAKEN_BACK, CLOSED -> false;
    };
  }

  private static SubAccountView awaiting(
      Books books, PartyId bidder, Money deposit, Instant due, int returnDays, Instant now) {
    return new SubAccountView(
        books.nextNumber(),
        books.ofTrade(),
        SubAccountPurpose.DEPOSIT,
        bidder,
        Optional.empty(),
        Optional.empty(),
        deposit,
        Optional.of(due),
        now,
        SubAccountView.State.AWAITED,
        Optional.empty(),
        Optional.of(returnDays),
        Optional.empty(),
        List.of());
  }

  private static boolean isOpen(SubAccountView deposit) {
    return switch (deposit.state()) {
      case AWAITED, HELD, FROZEN, TO_BE_RELEASED, APPLIED, RECEIVED -> true;
      case RELEASED, FORFEITED, TAKEN_BACK, CLOSED -> false;
    };
  }

  static List<SubAccountView> of(PartyId bidder, Books books) {
    return deposits(books).stream().filter(deposit -> deposit.party().equals(bidder)).toList();
  }

  static List<SubAccountView> deposits(Books books) {
    return books.subAccounts(SubAccountPurpose.DEPOSIT).toList();
  }

  static String holdOf(SubAccountView deposit) {
    return "hold/" + deposit.number();
  }
}
