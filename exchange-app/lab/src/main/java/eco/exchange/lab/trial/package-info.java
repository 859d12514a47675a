/**
 * A market to throw away: a fresh PostgreSQL in a folder of its own, lots on sale with all bidders
 * admitted, and exchanges as processes. Measurements and long runs with faults stand on it.
 */
@NullMarked
package eco.exchange.lab.trial;

import org.jspecify.annotations.NullMarked;
