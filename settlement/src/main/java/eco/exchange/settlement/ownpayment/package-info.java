/**
 * Own payments: what a party is paid, as it may see it, the account that it tells for that, and
 * what it owes anew because the bank has taken back what it had paid.
 *
 * <p>Which payees a party is follows from its deposits, from the collectives that the centre has
 * named, and from who has transferred or bought a right; never from a name. {@link
 * eco.exchange.settlement.ownpayment.OwnPayments} is the door.
 */
@NullMarked
package eco.exchange.settlement.ownpayment;

import org.jspecify.annotations.NullMarked;
