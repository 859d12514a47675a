/** Receipts entered by hand, on the database of a test. */
@NullMarked
package eco.exchange.settlement.manualreceipt;

import org.jspecify.annotations.NullMarked;
