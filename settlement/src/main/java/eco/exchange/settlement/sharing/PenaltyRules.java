package eco.exchange.settlement.sharing;

import static java.time.temporal.ChronoUnit.DAYS;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.event.PenaltyEvent;
import eco.exchange.market.ContractId;
import eco.exchange.money.Money;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.ledger.AccountPurpose;
import eco.exchange.settlement.ledger.Transfer;
import eco.exchange.settlement.ledger.TransferCode;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.settlement.receipt.SubAccountPurpose;
import eco.exchange.settlement.receipt.SubAccountView;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.LatePayment;
import eco.exchange.sharing.Occasion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of the penalty for late payments, as every contract says it. It is paid for the same
 * occasion as what came late: so each is owed and shared once.
 */
public final class PenaltyRules {

  private PenaltyRules() {}

  /**
   * What is owed besides, and on which sub-account, if what filled one came late: each part for as
   * long as it was missing.
   *
   * @param late the sub-account that was filled
   * @param dueAt the moment from which it was late
   */
  public static Optional<SubAccountView> owed(Books books, SubAccountView late, Instant dueAt) {
    LocalDate due = lastDayInTime(late, dueAt);
    Money owed =
        LatePayment.penalty(
            late.counted().stream()
                .map(part -> new LatePayment.Part(part.amount(), daysLate(due, part)))
                .toList());
    Instant arrivedAt = late.filledBy().orElseThrow().arrivedAt();
    return Optional.of(owed)
        .filter(Money::isPositive)
        .map(amount -> awaiting(books, late, amount, arrivedAt));
  }

  // Nobody is late on days on which nothing could be paid. A revenue has no day on its sub-account:
  // it is opened by the operator's own report.
  private static LocalDate lastDayInTime(SubAccountView late, Instant dueAt) {
    // A day ends with the moment at which the next begins.
    LocalDate due = WorkingCalendar.dayOf(dueAt.minusNanos(1));
    LocalDate opened = WorkingCalendar.dayOf(late.openedAt());
    return late.dueAt().isPresent() && opened.isAfter(due) ? opened : due;
  }

  private static long daysLate(LocalDate due, BankReceipt part) {
    return Math.max(0, due.until(WorkingCalendar.dayOf(part.arrivedAt()), DAYS));
  }

  /** The sub-accounts of the penalty for what came late. */
  public static Stream<SubAccountView> of(Books books, Occasion occasion) {
    return books
        .subAccounts(SubAccountPurpose.PENALTY)
        .filter(account -> account.occasion().equals(Optional.of(occasion)));
  }

  /** Moves a penalty that has come in into the escrow, and shares it. */
  public static Books shared(Books books, SubAccountView paid, Instant now) {
    ContractId contract = paid.contract().orElseThrow();
    Occasion occasion = paid.occasion().orElseThrow();
    Transfer in =
        Transfer.moving(
            "penalty/%s/%s".formatted(contract, occasion),
            books.account(AccountPurpose.REVENUE, paid.number()),
            books.account(AccountPurpose.ESCROW),
            paid.expected(),
            TransferCode.REVENUE,
            now);
    return SharingRules.share(books.with(in), Income.PENALTY, occasion, paid.expected(), now);
  }

  /**
   * Shares the penalty for a year's revenue that came late or was left out, or for an instalment.
   */
  public static Books received(Books books, SubAccountView paid, Instant now) {
    return shared(books, paid, now)
        .with(
            new PenaltyEvent.PenaltyShared(
                books.ofTrade(),
                paid.contract().orElseThrow(),
                paid.occasion().orElseThrow(),
                paid.expected()));
  }

  private static SubAccountView awaiting(
      Books books, SubAccountView late, Money owed, Instant since) {
    return SubAccountView.awaited(
        books.nextNumber(),
        books.ofTrade(),
        SubAccountPurpose.PENALTY,
        late.party(),
        late.contract().orElseThrow(),
        late.occasion().orElseThrow(),
        owed,
        Optional.empty(),
        since);
  }
}
