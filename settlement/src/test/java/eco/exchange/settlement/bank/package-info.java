/** What is told of the bank, as people may read it. */
@NullMarked
package eco.exchange.settlement.bank;

import org.jspecify.annotations.NullMarked;
