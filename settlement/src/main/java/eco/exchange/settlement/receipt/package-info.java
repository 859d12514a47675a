/**
 * Money that comes in and the orders by which it leaves again, as values.
 *
 * <p>A virtual sub-account is a number to which one party pays one amount for one purpose. A
 * receipt is what the bank tells of money that has arrived; one that fits no sub-account waits for
 * a resolution. Deposits can be frozen while a complaint is open. A payment order tells the bank to
 * pay out. Who decides about them are the rooms above; payment orders alone are written here,
 * because trades, members and funds all give them.
 */
@NullMarked
package eco.exchange.settlement.receipt;

import org.jspecify.annotations.NullMarked;
