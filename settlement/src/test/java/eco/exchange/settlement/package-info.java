/** Settlement tried in memory, on a real database, at random, at once, and under attack. */
@NullMarked
package eco.exchange.settlement;

import org.jspecify.annotations.NullMarked;
