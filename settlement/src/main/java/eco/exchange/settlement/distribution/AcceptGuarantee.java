package eco.exchange.settlement.distribution;

import eco.exchange.market.ContractId;
import eco.exchange.market.Guarantee;
import eco.exchange.money.Money;
import java.time.LocalDate;

/**
 * The guarantee that the transferor accepts for what is paid later (R-POST-5).
 *
 * @param contract the contract whose price is paid in instalments
 * @param kind one of those that the contract names
 * @param guarantor who gives it; at most 200 characters
 * @param document what proves it, for example the number of the bank's letter or of the
 *     registration; at most 200 characters
 * @param covers up to which amount
 * @param until the last day on which it can be called
 */
public record AcceptGuarantee(
    ContractId contract,
    Guarantee kind,
    String guarantor,
    String document,
    Money covers,
    LocalDate until) {}
