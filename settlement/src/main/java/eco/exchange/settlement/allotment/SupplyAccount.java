package eco.exchange.settlement.allotment;

import eco.exchange.market.ContractId;

/**
 * The command to tell the account of a member who had told none.
 *
 * @param contract the contract
 * @param payee the key of the payee whose member it is
 * @param member the number of the member on the roster
 * @param sealedAccount the account, sealed
 */
public record SupplyAccount(
    ContractId contract, String payee, String member, String sealedAccount) {}
