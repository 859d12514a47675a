/**
 * The words that every part of the market shares: identities, kinds of right, and answers.
 *
 * <p>A {@link eco.exchange.market.TradeId} follows a deal through its whole life; an {@link
 * eco.exchange.market.Answer} is what a door says when it is asked to do something.
 */
@NullMarked
package eco.exchange.market;

import org.jspecify.annotations.NullMarked;
