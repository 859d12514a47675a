/** Tests of which line tells which movement. */
@NullMarked
package eco.exchange.settlement.movement;

import org.jspecify.annotations.NullMarked;
