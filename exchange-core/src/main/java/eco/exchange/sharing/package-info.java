/**
 * The sharing waterfall: who is paid from which income, by which steps, exact to the fen.
 *
 * <p>{@link eco.exchange.sharing.SharingTerms} are the clauses of a contract as data. The contract
 * prints them, its hash covers them, and settlement pays by nothing else. {@link
 * eco.exchange.sharing.SharingTerms#distribute} is the one function that turns an income into a
 * {@link eco.exchange.sharing.Distribution}; anyone can run it again.
 */
@NullMarked
package eco.exchange.sharing;

import org.jspecify.annotations.NullMarked;
