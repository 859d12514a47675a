/** Tests of the statements. */
@NullMarked
package eco.exchange.contracts.statement;

import org.jspecify.annotations.NullMarked;
