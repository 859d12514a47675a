/**
 * The intake of receipts: what the bank tells of money that has arrived finds its sub-account, and
 * what follows is decided at once.
 *
 * <p>The number that is named decides; without one the payer's words, the exact amount and the name
 * of the payer are looked at, and what fits two is guessed for neither. A receipt that fits nothing
 * is kept until somebody decides. A receipt that fits fills a deposit, a price, an instalment, a
 * revenue or a penalty, so this room stands above theirs. {@link
 * eco.exchange.settlement.intake.Receipts} is the door.
 */
@NullMarked
package eco.exchange.settlement.intake;

import org.jspecify.annotations.NullMarked;
