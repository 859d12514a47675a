package eco.exchange.lab.soak;

import eco.exchange.money.Money;
import java.util.OptionalLong;

/**
 * A bid in the book of a lot, as the database keeps it, accepted or refused.
 *
 * @param version its place in the book
 * @param paddle whose it is
 * @param key the bidder's key
 * @param price the price
 * @param seq its number in the public log, if it was accepted
 * @param refusal the code, if it was refused; else empty
 */
record BookEntry(
    long version, String paddle, String key, Money price, OptionalLong seq, String refusal) {}
