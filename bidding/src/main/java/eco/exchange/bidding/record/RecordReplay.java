package eco.exchange.bidding.record;

import eco.exchange.bidding.auction.Ending;
import eco.exchange.market.TradeId;
import eco.exchange.method.TradeMethod;
import java.util.Optional;

/**
 * The record of a closed auction, played again by the rules alone.
 *
 * @param trade the lot
 * @param method how it was sold
 * @param acts how many acts were played
 * @param ending how it has ended, by the rules, if the record is right
 * @param fault the first line that the rules would not have made, and why
 */
public record RecordReplay(
    TradeId trade,
    TradeMethod method,
    long acts,
    Optional<Ending> ending,
    Optional<String> fault) {}
