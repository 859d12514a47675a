/**
 * The sale of a lot by bidding: application, paddle, auction, award.
 *
 * <p>A disclosed listing becomes a lot with an {@code Auction}, a pure fold over recorded bids.
 * Parties apply with papers; who is qualified and has paid the deposit gets a random paddle and
 * bids under it, so that no public payload names a bidder before the result. Each lot has an {@code
 * AuctionDesk}, which judges what has gathered and commits it in one statement; the {@code
 * AuctionBell} closes lots by the clock of the market, through the same desks. {@link
 * eco.exchange.bidding.Bidding} is the only door.
 */
@NullMarked
package eco.exchange.bidding;

import org.jspecify.annotations.NullMarked;
