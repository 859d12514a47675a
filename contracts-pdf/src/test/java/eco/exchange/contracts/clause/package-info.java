/** Tests of the clauses. */
@NullMarked
package eco.exchange.contracts.clause;

import org.jspecify.annotations.NullMarked;
