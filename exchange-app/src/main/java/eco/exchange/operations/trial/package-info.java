/**
 * A market to throw away: a fresh PostgreSQL in a folder of its own, lots on sale with everybody
 * let in, and exchanges as processes beside this one. Measurements and long runs with faults stand
 * on it.
 */
@NullMarked
package eco.exchange.operations.trial;

import org.jspecify.annotations.NullMarked;
