/** The statement that tells a payee, line by line, why it was paid this amount. */
@NullMarked
package eco.exchange.contracts.statement;

import org.jspecify.annotations.NullMarked;
