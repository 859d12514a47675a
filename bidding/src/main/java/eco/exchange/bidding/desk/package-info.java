/**
 * The bidding on lots: scheduling, taking bids, closing, and watching.
 *
 * <p>{@link eco.exchange.bidding.desk.Bidding} is the door. Each lot on which something happens has
 * a {@code LotQueue} on each node, found through {@code LotQueues}. What has gathered there is
 * folded onto the lot and committed in one statement by the {@code LotCommitter}, and only then
 * answered. The {@code AuctionTimer} rings for lots whose time has come, by the clock of the
 * market; closing goes through the same queues as bids.
 */
@NullMarked
package eco.exchange.bidding.desk;

import org.jspecify.annotations.NullMarked;
