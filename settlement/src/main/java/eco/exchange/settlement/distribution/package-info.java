/**
 * The shared incomes of a contract: its escrow, the revenue reported each year, and the
 * distributions with a statement for every payee.
 */
@NullMarked
package eco.exchange.settlement.distribution;

import org.jspecify.annotations.NullMarked;
