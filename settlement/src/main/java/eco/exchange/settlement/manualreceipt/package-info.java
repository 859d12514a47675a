/**
 * Manual receipts (手工登记到账): money of which no message of the bank has told yet is entered by one
 * person and confirmed by another. What the bank tells of it later tells nothing new.
 *
 * <p>{@link eco.exchange.settlement.manualreceipt.ManualReceipts} is the door.
 */
@NullMarked
package eco.exchange.settlement.manualreceipt;

import org.jspecify.annotations.NullMarked;
