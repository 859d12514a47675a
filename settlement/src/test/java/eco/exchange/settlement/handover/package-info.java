/** Handing over on the database of a test. */
@NullMarked
package eco.exchange.settlement.handover;

import org.jspecify.annotations.NullMarked;
