package eco.exchange.settlement.review;

import eco.exchange.market.ContractId;
import eco.exchange.money.Money;

/**
 * The command to note an independent sign of a year's revenue.
 *
 * @param contract the contract
 * @param year the year
 * @param kind where the sign comes from
 * @param low the least that it says was earned
 * @param high the most; the same as the least if it says one number
 * @param evidence what proves it; at most 500 characters
 */
public record NoteSignal(
    ContractId contract, int year, SignalKind kind, Money low, Money high, String evidence) {}
