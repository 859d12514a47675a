/**
 * The clauses of a contract, generated from the deal: what is agreed is data, the text follows.
 *
 * <p>{@link eco.exchange.contracts.clause.Deal} is all that a contract states. {@code Clauses}
 * turns it into numbered Chinese clauses, without layout and without any number of its own.
 */
@NullMarked
package eco.exchange.contracts.clause;

import org.jspecify.annotations.NullMarked;
