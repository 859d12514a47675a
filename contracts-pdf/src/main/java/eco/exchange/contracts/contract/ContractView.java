package eco.exchange.contracts.contract;

import eco.exchange.market.ContractId;
import eco.exchange.market.NamedParty;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A contract as pages show it.
 *
 * @param contract the number of the contract
 * @param trade the trade that it concludes
 * @param transferor who sells
 * @param transferee who buys
 * @param price the whole price
 * @param deposit the part of it that is already held
 * @param termYears for how many years
 * @param termsHash the SHA-256 of the sharing terms, as printed
 * @param state how far it is
 * @param issuedAt when it was drawn up
 * @param transferorSignedAt when the transferor signed
 * @param transfereeSignedAt when the transferee signed
 * @param effectiveAt when the centre sealed it
 * @param amends what makes it an amendment; empty for a contract itself
 */
public record ContractView(
    ContractId contract,
    TradeId trade,
    NamedParty transferor,
    NamedParty transferee,
    Money price,
    Money deposit,
    int termYears,
    String termsHash,
    ContractState state,
    Instant issuedAt,
    Optional<Instant> transferorSignedAt,
    Optional<Instant> transfereeSignedAt,
    Optional<Instant> effectiveAt,
    Optional<AmendmentLinkView> amends) {}
