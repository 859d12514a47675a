package eco.exchange.settlement.roster;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import java.time.Instant;

/**
 * A payee of a contract, and which collective it is.
 *
 * @param contract the contract
 * @param payee the key of the payee in its terms
 * @param collective the collective
 * @param namedBy who has said so
 * @param namedAt when
 */
public record BeneficiaryView(
    ContractId contract, String payee, NamedParty collective, AccountId namedBy, Instant namedAt) {}
