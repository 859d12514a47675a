package eco.exchange.settlement.collective;

import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;

/**
 * The command to name the collective that a payee of a contract is, or to correct which it is.
 *
 * @param contract the contract
 * @param payee the key of the payee in its terms
 * @param collective the collective: its members are the payee, or it is the payee itself
 * @param reason by what that is known, or why it was wrong before; 1 to {@value #REASON_MAX}
 *     characters
 */
public record NameCollective(
    ContractId contract, String payee, NamedParty collective, String reason) {

  /** How long a reason may be. */
  public static final int REASON_MAX = 500;
}
