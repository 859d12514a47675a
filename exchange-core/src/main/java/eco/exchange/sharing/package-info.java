/**
 * The sharing waterfall: who is paid from which income, by which steps, exact to the fen.
 *
 * <p>{@link eco.exchange.sharing.SharingTerms} are the clauses of a contract as data. The contract
 * prints them, its hash covers them, and settlement pays by nothing else. {@link
 * eco.exchange.sharing.SharingTerms#distribute} is the one function that turns an income, with the
 * {@link eco.exchange.sharing.DistributionBasis} of its year, into a {@link
 * eco.exchange.sharing.Distribution}; anyone can run it again.
 *
 * <p>The package holds more than twenty files because they are one language: its words, the check
 * of what is said, its one stored form, and its arithmetic.
 */
@NullMarked
package eco.exchange.sharing;

import org.jspecify.annotations.NullMarked;
