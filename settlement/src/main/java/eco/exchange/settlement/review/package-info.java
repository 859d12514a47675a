/**
 * The review of a year's revenue before it is shared.
 *
 * <p>A reconciliation holds the report against the bank and against independent signs, and a
 * preview shows what sharing it would give to whom. Where a sign does not agree, whoever approves
 * must say why it is shared all the same. {@link eco.exchange.settlement.review.RevenueReview} is
 * the door.
 */
@NullMarked
package eco.exchange.settlement.review;

import org.jspecify.annotations.NullMarked;
