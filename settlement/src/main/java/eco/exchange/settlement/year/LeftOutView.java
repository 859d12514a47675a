package eco.exchange.settlement.year;

import eco.exchange.market.ContractId;

/**
 * A contract whose revenue a run has left out.
 *
 * @param contract the contract
 * @param reason why, by the code of the refusal
 */
public record LeftOutView(ContractId contract, String reason) {}
