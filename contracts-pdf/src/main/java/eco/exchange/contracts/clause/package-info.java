/**
 * The clauses of a contract, generated from the deal: what is agreed is data, the text follows.
 *
 * <p>{@link eco.exchange.contracts.clause.Clauses} turns a {@link
 * eco.exchange.contracts.deal.DrawnDeal} into numbered clauses, in Chinese or English, and those
 * into a manuscript, without layout and without any number of its own. {@link
 * eco.exchange.contracts.clause.NumberedStep} words a step of the sharing terms.
 */
@NullMarked
package eco.exchange.contracts.clause;

import org.jspecify.annotations.NullMarked;
