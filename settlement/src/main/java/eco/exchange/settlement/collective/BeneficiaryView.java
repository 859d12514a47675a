package eco.exchange.settlement.collective;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import java.time.Instant;

/**
 * A payee of a contract, and which collective it is, as two persons have said.
 *
 * @param contract the contract
 * @param payee the key of the payee in its terms
 * @param number the number of the naming that counts
 * @param collective the collective
 * @param namedBy who has named it
 * @param confirmedBy who has confirmed it, somebody else
 * @param confirmedAt from when on it counts
 */
public record BeneficiaryView(
    ContractId contract,
    String payee,
    int number,
    NamedParty collective,
    AccountId namedBy,
    AccountId confirmedBy,
    Instant confirmedAt) {}
