/** Tests of amendments, in memory and on PostgreSQL. */
@NullMarked
package eco.exchange.contracts.amendment;

import org.jspecify.annotations.NullMarked;
