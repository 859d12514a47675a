/** Tests of contracts, in memory and on PostgreSQL. */
@NullMarked
package eco.exchange.contracts.contract;

import org.jspecify.annotations.NullMarked;
