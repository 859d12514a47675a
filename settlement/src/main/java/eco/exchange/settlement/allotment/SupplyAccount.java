package eco.exchange.settlement.allotment;

import eco.exchange.market.ContractId;
import eco.exchange.settlement.person.SealedAccount;

/**
 * The command to tell where a member is paid, for the first time or instead of another account.
 *
 * @param contract the contract
 * @param payee the key of the payee whose member it is
 * @param member the number of the member on the roster
 * @param account the account, sealed for this person
 */
public record SupplyAccount(
    ContractId contract, String payee, String member, SealedAccount account) {}
