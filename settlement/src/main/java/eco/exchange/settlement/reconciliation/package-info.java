/**
 * Reconciliation: a year's report of revenue held against the bank and against independent signs.
 */
@NullMarked
package eco.exchange.settlement.reconciliation;

import org.jspecify.annotations.NullMarked;
