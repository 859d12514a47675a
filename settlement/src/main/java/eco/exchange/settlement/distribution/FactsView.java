package eco.exchange.settlement.distribution;

import eco.exchange.market.AccountId;
import java.time.Instant;

/**
 * The facts of an occasion as they were noted.
 *
 * @param facts the facts
 * @param notedBy who noted them
 * @param notedAt when
 */
public record FactsView(NoteFacts facts, AccountId notedBy, Instant notedAt) {}
