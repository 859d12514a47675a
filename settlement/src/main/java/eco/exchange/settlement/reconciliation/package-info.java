/**
 * The reconciliation with the bank (对账): statements chain by balance and day, the closing balance
 * of each is held against the ledger, and whatever does not fit, or is stuck, is an exception that
 * a person sees to by a day.
 */
@NullMarked
package eco.exchange.settlement.reconciliation;

import org.jspecify.annotations.NullMarked;
