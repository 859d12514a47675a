package eco.exchange.bidding.desk;

import eco.exchange.bidding.auction.Act;
import eco.exchange.market.TradeId;

/**
 * An act of the centre at an auction: a floor, scores, or the opening.
 *
 * @param trade the lot
 * @param act what is done
 * @param key the centre's own name for this act: the same key and content is the same act
 */
public record CentreAct(TradeId trade, Act act, String key) {}
