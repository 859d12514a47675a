/** Whole trades over real HTTP on a real PostgreSQL, told in the words of the trade. */
@NullMarked
package eco.exchange.scenarios;

import org.jspecify.annotations.NullMarked;
