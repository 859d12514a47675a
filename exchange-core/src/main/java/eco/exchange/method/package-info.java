/**
 * The ways to sell a right: the trade methods, their terms, the terms of a lot, and what is
 * offered.
 *
 * <p>A {@link eco.exchange.method.TradeMethod} is told by its {@link
 * eco.exchange.method.MethodTerms}, one record a method. {@link eco.exchange.method.LotTerms} are
 * the prices, times and method of one lot as its notice has published them; an {@link
 * eco.exchange.method.Offer} is what a bidder offers for it.
 */
@NullMarked
package eco.exchange.method;

import org.jspecify.annotations.NullMarked;
