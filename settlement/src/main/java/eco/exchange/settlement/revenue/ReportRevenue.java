package eco.exchange.settlement.revenue;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;

/**
 * The operator's report of one year's revenue, or its correction.
 *
 * @param contract the contract under which it is shared
 * @param year the calendar year in which it was earned
 * @param revenue the whole revenue to be shared; may be nothing, never less. When a year is shared
 *     already, all of it with what was left out.
 * @param evidence what proves it, for example the number of an audit report; at most 500 characters
 */
public record ReportRevenue(ContractId contract, int year, Money revenue, String evidence) {}
