package eco.exchange.settlement.roster;

import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;

/**
 * The command to say which collective a payee of a contract is.
 *
 * @param contract the contract
 * @param payee the key of the payee in its terms
 * @param collective the collective: its members are the payee, or it is the payee itself
 */
public record NameCollective(ContractId contract, String payee, NamedParty collective) {}
