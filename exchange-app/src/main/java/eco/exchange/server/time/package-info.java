/**
 * Market time: the clock of the whole exchange, which can be moved forward in demonstrations and
 * tests.
 */
@NullMarked
package eco.exchange.server.time;

import org.jspecify.annotations.NullMarked;
