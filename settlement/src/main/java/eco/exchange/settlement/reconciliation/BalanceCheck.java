package eco.exchange.settlement.reconciliation;

import eco.exchange.money.Money;
import eco.exchange.settlement.reconciliation.PgBankExceptions.Raised;
import java.util.Optional;

/**
 * The closing balance of a statement against the ledger.
 *
 * @param message the message of the statement
 * @param times how often it was checked before
 * @param start what stood on the account before the first statement of all, which is not the
 *     market's
 * @param closing what the statement has closed with
 * @param books what the accounts of the ledger at the bank hold
 * @param ahead what of that no statement can have told yet: it was booked after this one, or before
 *     the first of all
 * @param disputed what statements have told and could not be followed
 * @param before what the check before this one could not explain
 */
record BalanceCheck(
    String message,
    int times,
    Money start,
    Money closing,
    Money books,
    Money ahead,
    Money disputed,
    Money before) {

  /** By how much the bank has more than the books; nothing if they agree. */
  Money difference() {
    return closing.minus(start).plus(ahead).minus(books);
  }

  /** What of it no disputed line explains, each of which is an exception already. */
  Money unexplained() {
    return difference().minus(disputed);
  }

  /** Whether it is not what the check before has told already. */
  boolean isNews() {
    return !unexplained().equals(before);
  }

  /** The exception of a difference that is new. */
  Optional<Raised> exception() {
    if (unexplained().isZero() || !isNews()) {
      return Optional.empty();
    }
    String name = times == 0 ? message : "%s#%d".formatted(message, times + 1);
    String detail =
        "the bank has %s, the books %s, of which no statement tells %s yet; %s are disputed"
            .formatted(closing, books.plus(start), ahead, disputed);
    return Optional.of(
        new Raised(
            "balance/" + name,
            BankException.Kind.BALANCE_DIFFERS,
            "%s %s".formatted(unexplained().signed(), message),
            detail));
  }
}
