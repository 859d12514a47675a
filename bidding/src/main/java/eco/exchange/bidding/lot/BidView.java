package eco.exchange.bidding.lot;

import eco.exchange.money.Money;
import java.time.Instant;

/**
 * A bid in the public log of a lot.
 *
 * @param seq its number, from 1 without a gap
 * @param paddle whose bid it is
 * @param price the price offered
 * @param placedAt when it counts as placed
 * @param closesAt when bidding would close after it
 * @param byCeiling whether the auction made it, for a sealed ceiling of this paddle
 */
public record BidView(
    long seq, String paddle, Money price, Instant placedAt, Instant closesAt, boolean byCeiling) {}
