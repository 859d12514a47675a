package eco.exchange.settlement.reconciliation;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment that waits for a person.
 *
 * @param order the business key of its order
 * @param name the same, shortened by a hash where it is too long to be the name of an exception
 * @param times how often it has been stuck before
 * @param cause for what it is stuck
 * @param amount how much is to be paid
 * @param beneficiary to whom, by name
 * @param to the account to which it was ordered, if there is one
 * @param words what the bank has said to it; else empty
 * @param dueAt by when it is to have been paid, where the law sets a day
 */
record StuckPayment(
    String order,
    String name,
    int times,
    Cause cause,
    Money amount,
    String beneficiary,
    Optional<BankAccount> to,
    String words,
    Optional<Instant> dueAt) {

  /** For what a payment is stuck. */
  enum Cause {
    /** No account is known to which it could go. */
    LACKS_ACCOUNT,
    /** The bank holds it back. */
    STOPPED,
    /** The bank has rejected or returned it, and no other account was told. */
    CAME_BACK,
    /** The day has passed by which it was to be with the payee, and it is not known to be paid. */
    OVERDUE
  }

  /** By which the exception is known: whatever sticks once more is another. */
  String key() {
    return times == 0 ? "payment/" + name : "payment/%s#%d".formatted(name, times + 1);
  }

  /** What waits, and for whom. */
  String subject() {
    return "%s %s %s".formatted(amount.negated().signed(), beneficiary, order);
  }

  /** Why it waits, by the code of the cause; no account is told whole. */
  String detail() {
    return switch (cause) {
      case LACKS_ACCOUNT -> cause + ": it lacks an account";
      case STOPPED -> cause + ": it is held back by the bank" + said();
      case CAME_BACK -> cause + ": it came back from the bank" + said();
      case OVERDUE -> cause + ": its day has passed and it is not paid" + said();
    };
  }

  private String said() {
    String account = to.map(known -> ", account " + known.maskedNumber()).orElse("");
    return words.isBlank() ? account : account + ": " + BankAccount.masked(words);
  }
}
