/** The books in memory for tests, and the clauses as the database keeps them. */
@NullMarked
package eco.exchange.settlement.books;

import org.jspecify.annotations.NullMarked;
