/**
 * Money that comes in: the virtual sub-accounts on which it is awaited, the receipts that the bank
 * tells, and the payment orders by which it leaves again.
 */
@NullMarked
package eco.exchange.settlement.receipt;

import org.jspecify.annotations.NullMarked;
