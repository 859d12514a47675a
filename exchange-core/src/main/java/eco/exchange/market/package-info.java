/**
 * The words that every part of the market shares: identities, persons and parties, kinds of right,
 * and plans of payment.
 *
 * <p>A {@link eco.exchange.market.TradeId} follows a deal through its whole life; a {@link
 * eco.exchange.market.ContractId} names a version of its contract. An {@link
 * eco.exchange.market.Actor} is the person who acts and the party for which that person acts.
 */
@NullMarked
package eco.exchange.market;

import org.jspecify.annotations.NullMarked;
