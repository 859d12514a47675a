/**
 * Two published trades walked from the first entry to the villagers' share, over the public API.
 *
 * <p>The walk knows nothing of the exchange but its addresses. It can be broken off and begun again
 * at any point: every step carries the same key each time, so what was done is answered and not
 * done twice. The scenario tests walk the same trades with another HTTP client.
 */
@NullMarked
package eco.exchange.demo;

import org.jspecify.annotations.NullMarked;
