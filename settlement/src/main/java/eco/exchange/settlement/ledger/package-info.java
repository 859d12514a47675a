/**
 * The ledger as a value: accounts, the transfers between them, and the rules that a transfer must
 * keep.
 *
 * <p>A transfer moves an amount from one account to another, so the books balance by construction.
 * Nothing is ever changed or removed: a mistake is mended by another transfer. Money that may yet
 * go back is held: the transfer is pending until a second one posts or voids it. Accounts belong to
 * a story: a trade, a stray receipt, or the members of a collective; no two stories share an
 * account.
 *
 * <p>Nothing here knows a database; the room {@code generalledger} keeps the ledger in one, and the
 * database keeps the same rules again.
 */
@NullMarked
package eco.exchange.settlement.ledger;

import org.jspecify.annotations.NullMarked;
