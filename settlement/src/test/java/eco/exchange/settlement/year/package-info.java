/** Whole years on the database of a test. */
@NullMarked
package eco.exchange.settlement.year;

import org.jspecify.annotations.NullMarked;
