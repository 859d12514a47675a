/**
 * The exchange's side of its bank: the folder of files that both share, how often it is looked
 * through, the exchange's own account, and the seal of persons' accounts.
 */
@NullMarked
package eco.exchange.server.bank;

import org.jspecify.annotations.NullMarked;
