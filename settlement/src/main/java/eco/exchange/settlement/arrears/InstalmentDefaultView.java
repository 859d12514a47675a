package eco.exchange.settlement.arrears;

import eco.exchange.market.ContractId;
import java.time.Instant;

/**
 * One step of an instalment that does not come.
 *
 * @param contract the contract
 * @param number the number of the instalment
 * @param step how far it has gone
 * @param words what was said; empty if the clock alone has done it
 * @param at when
 */
public record InstalmentDefaultView(
    ContractId contract, int number, InstalmentDefaultStep step, String words, Instant at) {}
