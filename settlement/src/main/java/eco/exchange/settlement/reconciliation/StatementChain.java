package eco.exchange.settlement.reconciliation;

import static java.util.Comparator.comparing;

import eco.exchange.settlement.bank.StatementPeriod;
import java.util.List;
import java.util.Optional;

/**
 * The chain of statements: each opens with the balance with which the one before has closed, and
 * closes on no earlier day. Numbers say nothing: a bank may begin anew each year, leave one out, or
 * give none.
 */
final class StatementChain {

  private StatementChain() {}

  /**
   * A statement that waits for the one before it.
   *
   * @param message the number of its message
   * @param number its place among all messages
   */
  record Waiting(String message, long number, StatementPeriod period) {}

  /**
   * The next statement of the chain, if it has come; the first of all may open with any balance.
   *
   * @param last what the last one covers
   */
  static Optional<Waiting> next(Optional<StatementPeriod> last, List<Waiting> waiting) {
    return waiting.stream()
        .filter(one -> last.isEmpty() || one.period().follows(last.get()))
        .min(
            comparing((Waiting one) -> one.period().opensOn())
                .thenComparing(one -> one.period().closesOn())
                .thenComparing(Waiting::number));
  }
}
