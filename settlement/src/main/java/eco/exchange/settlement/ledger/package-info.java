/**
 * The ledger: accounts, the transfers between them, and the rules that a transfer must keep.
 *
 * <p>A transfer moves an amount from one account to another, so the books balance by construction.
 * Nothing is ever changed or removed: a mistake is mended by another transfer. Money that may yet
 * go back is held: the transfer is pending until a second one posts or voids it.
 */
@NullMarked
package eco.exchange.settlement.ledger;

import org.jspecify.annotations.NullMarked;
