package eco.exchange.settlement.collective;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import java.time.Instant;
import java.util.Optional;

/**
 * A naming of the collective that a payee is, which nobody is paid by before it is confirmed.
 *
 * @param contract the contract
 * @param payee the key of the payee in its terms
 * @param number counts the namings of a payee from 1
 * @param collective the collective
 * @param reason by what that is known, or why it was wrong before
 * @param namedBy who has named it
 * @param namedAt when
 * @param end how it was decided; empty while nobody has
 */
public record NamingView(
    ContractId contract,
    String payee,
    int number,
    NamedParty collective,
    String reason,
    AccountId namedBy,
    Instant namedAt,
    Optional<End> end) {

  /**
   * The decision about a naming.
   *
   * @param isConfirmed whether it counts from now on
   * @param opinion the words of whoever decided
   * @param decidedBy who decided, never who named
   * @param decidedAt when
   */
  public record End(boolean isConfirmed, String opinion, AccountId decidedBy, Instant decidedAt) {}

  /** Whether nobody has decided about it yet. */
  public boolean isOpen() {
    return end.isEmpty();
  }

  /** Whether it was confirmed. */
  public boolean isConfirmed() {
    return end.filter(End::isConfirmed).isPresent();
  }

  NamingView ended(End decision) {
    return new NamingView(
        contract, payee, number, collective, reason, namedBy, namedAt, Optional.of(decision));
  }
}
