/** The general ledger on the database of a test. */
@NullMarked
package eco.exchange.settlement.generalledger;

import org.jspecify.annotations.NullMarked;
