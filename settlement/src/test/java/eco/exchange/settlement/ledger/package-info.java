/** The rules of the ledger, tried one by one. */
@NullMarked
package eco.exchange.settlement.ledger;

import org.jspecify.annotations.NullMarked;
