/**
 * The auctions themselves: one pure fold for each lawful way to sell, over what was recorded.
 *
 * <p>{@link eco.exchange.bidding.auction.Auction} is what they have in common. Nothing here knows
 * of names, of databases or of the time of day: paddles act at times, and the same acts at the same
 * times always lead to the same end.
 */
@NullMarked
package eco.exchange.bidding.auction;

import org.jspecify.annotations.NullMarked;
