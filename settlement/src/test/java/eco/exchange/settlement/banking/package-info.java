/** Banking on the database of a test. */
@NullMarked
package eco.exchange.settlement.banking;

import org.jspecify.annotations.NullMarked;
