/** The review of revenues on the database of a test. */
@NullMarked
package eco.exchange.settlement.review;

import org.jspecify.annotations.NullMarked;
