package eco.exchange.settlement.deposit;

import eco.exchange.answer.Decision;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.event.DepositEvent;
import eco.exchange.market.PartyId;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.Payout;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.ledger.AccountName;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import java.time.Instant;
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
      if (known.expected().equals(deposit) && known.dueAt().equals(Optional.of(due))) {
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

  /** Holds a deposit that has come in on its sub-account. */
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
    return books
        .with(held)
        .with(new DepositEvent.DepositHeld(books.ofTrade(), deposit.party(), deposit.expected()));
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
      case AWAITED -> books.with(deposit.in(SubAccountView.State.CLOSED));
      case HELD -> paidBack(books, deposit, now);
      case FROZEN -> books.with(deposit.in(SubAccountView.State.TO_BE_RELEASED));
      case APPLIED, TO_BE_RELEASED, RELEASED, FORFEITED, RECEIVED, CLOSED -> books;
    };
  }

  /** By when a deposit that is given back at a moment is to be with its payer (R-QUA-6). */
  public static Instant backBy(SubAccountView deposit, Instant from) {
    return CALENDAR
        .plusWorkingDays(WorkingCalendar.dayOf(from), deposit.returnDays().orElseThrow())
        .endsAt();
  }

  /** Orders a deposit back to its payer. */
  static Books paidBack(Books books, SubAccountView deposit, Instant now) {
    AccountName account = books.account(AccountPurpose.DEPOSIT, deposit.number());
    Transfer held = books.ledger().pending(holdOf(deposit));
    Books freed =
        books
            .with(held.voided("release/" + deposit.number(), now))
            .with(deposit.in(SubAccountView.State.RELEASED));
    String payer = deposit.filledBy().orElseThrow().payer();
    Payout payout =
        new Payout(
            "refund/" + deposit.number(),
            payer,
            "退还保证金 " + books.ofTrade(),
            Optional.of(backBy(deposit, now)));
    return payout.from(account, deposit.expected(), freed, now);
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
        Optional.of(returnDays));
  }

  private static boolean isOpen(SubAccountView deposit) {
    return switch (deposit.state()) {
      case AWAITED, HELD, FROZEN, TO_BE_RELEASED, APPLIED, RECEIVED -> true;
      case RELEASED, FORFEITED, CLOSED -> false;
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
