/**
 * The ban list (黑名单): who may for a time not take part, by whose decision, and where one may read
 * it.
 *
 * <p>{@link eco.exchange.bidding.ban.Bans} is the door.
 */
@NullMarked
package eco.exchange.bidding.ban;

import org.jspecify.annotations.NullMarked;
