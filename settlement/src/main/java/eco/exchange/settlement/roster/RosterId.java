package eco.exchange.settlement.roster;

import eco.exchange.market.ContractId;

/**
 * One version of the roster by which a payee of a contract is shared.
 *
 * @param contract the contract
 * @param payee the key of the payee in its terms
 * @param version counts the rosters of this payee from 1
 */
public record RosterId(ContractId contract, String payee, int version) {

  /** The id as one text, for example 'E...M-V1/villagers/2'. */
  public String text() {
    return contract.number() + "/" + payee + "/" + version;
  }

  @Override
  public String toString() {
    return text();
  }
}
