/**
 * Collectives as payees: which collective a payee of a contract is, or whose members it is.
 *
 * <p>One person names it, with a reason, and another confirms it; the last naming that was
 * confirmed counts. It is corrected in the same way, as long as no money has gone out by it. {@link
 * eco.exchange.settlement.collective.Collectives} is the door.
 */
@NullMarked
package eco.exchange.settlement.collective;

import org.jspecify.annotations.NullMarked;
