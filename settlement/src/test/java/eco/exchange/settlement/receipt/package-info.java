/** The numbers of sub-accounts, tried one by one. */
@NullMarked
package eco.exchange.settlement.receipt;

import org.jspecify.annotations.NullMarked;
