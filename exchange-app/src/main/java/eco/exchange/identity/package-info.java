/**
 * Who takes part in the market and who is signed in: parties, accounts, roles and sessions.
 *
 * <p>{@link eco.exchange.identity.Accounts} registers parties and opens accounts; {@link
 * eco.exchange.identity.Sessions} lets people in and out. Sessions live by real time, not by market
 * time: a token must not outlive its quarter of an hour because a demonstration moved the market.
 */
@NullMarked
package eco.exchange.identity;

import org.jspecify.annotations.NullMarked;
