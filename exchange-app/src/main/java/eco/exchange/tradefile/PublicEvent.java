package eco.exchange.tradefile;

import java.time.Instant;

/**
 * An event of a trade, as the public may know it: that it has happened, and when.
 *
 * @param number its place in the log of the market
 * @param kind what has happened: the name of the event
 * @param at when, in market time
 */
public record PublicEvent(long number, String kind, Instant at) {}
