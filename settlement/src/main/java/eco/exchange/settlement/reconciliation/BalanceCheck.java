package eco.exchange.settlement.reconciliation;

import eco.exchange.money.Money;
import eco.exchange.settlement.reconciliation.PgBankExceptions.Raised;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The closing balance of a statement against the ledger.
 *
 * @param message the message of the statement
 * @param times how often it was checked before
 * @param isMended whether the books were mended because of a difference, which was ended with that
 * @param start what stood on the account before the first statement of all, which is not the
 *     market's
 * @param closing what the statement has closed with
 * @param books what the accounts of the ledger at the bank hold
 * @param ahead what of that no statement can have told yet: it was booked after this one, or before
 *     the first of all
 * @param disputed what statements have told and could not be followed
 * @param doubtful what of statements may be known already and so may count or not, each by itself
 * @param before what the check before this one could not explain
 */
record BalanceCheck(
    String message,
    int times,
    boolean isMended,
    Money start,
    Money closing,
    Money books,
    Money ahead,
    Money disputed,
    List<Money> doubtful,
    Money before) {

  /** How many sums of doubtful lines are tried; there are so many only if few amounts are alike. */
  private static final int SUMS_MAX = 100_000;

  /** Copies the amounts. */
  BalanceCheck {
    doubtful = List.copyOf(doubtful);
  }

  /** By how much the bank has more than the books; nothing if they agree. */
  Money difference() {
    return closing.minus(start).plus(ahead).minus(books);
  }

  /** What of it no disputed line explains, each of which is an exception already. */
  Money unexplained() {
    Money left = difference().minus(disputed);
    return choices().contains(left) ? Money.ZERO : left;
  }

  // What the doubtful lines make, if some of them count and the others are known already.
  private Set<Money> choices() {
    Set<Money> sums = new HashSet<>(Set.of(Money.ZERO));
    for (Money one : doubtful) {
      if (sums.size() < SUMS_MAX) {
        sums.addAll(sums.stream().map(one::plus).toList());
      }
    }
    return sums;
  }

  /** Whether it is not what the check before has told already, or was to be mended since. */
  boolean isNews() {
    return !unexplained().equals(before) || isMended && !unexplained().isZero();
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
