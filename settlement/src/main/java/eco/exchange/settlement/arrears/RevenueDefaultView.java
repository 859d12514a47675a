package eco.exchange.settlement.arrears;

import eco.exchange.market.ContractId;
import java.time.Instant;

/**
 * One step of a year's revenue that does not come.
 *
 * @param contract the contract
 * @param year the year whose revenue is not reported, or not paid in
 * @param step how far it has gone
 * @param words what was said; empty if the clock alone has done it
 * @param at when
 */
public record RevenueDefaultView(
    ContractId contract, int year, RevenueDefaultStep step, String words, Instant at) {}
