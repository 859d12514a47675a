package eco.exchange.settlement.ledger;

import eco.exchange.money.Money;
import java.util.List;

/**
 * The state of the books, counted anew from every transfer: whether they are right.
 *
 * @param accounts how many accounts there are
 * @param transfers how many transfers there are
 * @param sum what all balances make together; nothing, if the books balance
 * @param held what is held in all
 * @param mistaken the accounts whose kept balance or hold is not what their transfers make, or is
 *     less than it may be; by name
 */
public record BooksView(
    long accounts, long transfers, Money sum, Money held, List<String> mistaken) {

  /** Copies the list. */
  public BooksView {
    mistaken = List.copyOf(mistaken);
  }

  /** Whether everything is right. */
  public boolean areRight() {
    return sum.isZero() && mistaken.isEmpty();
  }
}
