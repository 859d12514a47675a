package eco.exchange.bidding.application;

import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import java.time.Instant;

/**
 * A bidder's paddle, shown to its bidder alone.
 *
 * @param trade the lot
 * @param bidder who bids under it
 * @param paddle the code that the public sees instead of a name
 * @param admittedAt since when
 */
public record PaddleView(TradeId trade, PartyId bidder, String paddle, Instant admittedAt) {}
