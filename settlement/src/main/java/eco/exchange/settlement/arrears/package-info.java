/**
 * Arrears: a year's revenue or an instalment that does not come.
 *
 * <p>The clock brings the first steps, reminder and overdue; the next are decided by two persons in
 * words: that the guarantee is called, or that the contract is breached (Civil Code arts. 634,
 * 646). All of it is public. {@link eco.exchange.settlement.arrears.Arrears} is the door.
 */
@NullMarked
package eco.exchange.settlement.arrears;

import org.jspecify.annotations.NullMarked;
