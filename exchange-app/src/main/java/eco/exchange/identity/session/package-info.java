/**
 * Sessions: who is signed in, by which tokens, and for how long.
 *
 * <p>{@link eco.exchange.identity.session.Sessions} signs people in, renews their tokens and signs
 * them out. Sessions live by real time, not by market time: a token must not outlive its quarter of
 * an hour because a demonstration moved the market.
 */
@NullMarked
package eco.exchange.identity.session;

import org.jspecify.annotations.NullMarked;
