package eco.exchange.settlement.distribution;

import eco.exchange.sharing.SealedContract;
import java.time.Instant;

/**
 * The escrow of a contract: what settlement has taken from the sealed paper, and pays by.
 *
 * @param terms the sealed contract, with the terms and their hash
 * @param priceDueAt the moment from which the price is late
 * @param openedAt when the contract took effect here
 */
public record EscrowView(SealedContract terms, Instant priceDueAt, Instant openedAt) {}
