/** Arrears on the database of a test. */
@NullMarked
package eco.exchange.settlement.arrears;

import org.jspecify.annotations.NullMarked;
