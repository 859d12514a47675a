package eco.exchange.listing.offer;

import eco.exchange.market.AccountId;
import java.time.Instant;

/**
 * The published notice, and the two persons who passed it.
 *
 * @param at when it was published
 * @param firstAt when the right was first offered since its appraisal was last due (R-DIS-9)
 * @param attempt how many times it is offered with this notice, counted from 1
 */
public record Disclosure(
    Instant at,
    Instant firstAt,
    int attempt,
    DisclosurePlan plan,
    AccountId reviewedBy,
    AccountId approvedBy) {}
