/** Own payments on the database of a test. */
@NullMarked
package eco.exchange.settlement.ownpayment;

import org.jspecify.annotations.NullMarked;
