/**
 * The secrets of identity: keys on disk, sealed citizen numbers, passwords and opaque tokens.
 *
 * <p>Nothing here knows a party or an account; it knows bytes, and by which real time they end.
 */
@NullMarked
package eco.exchange.identity.secret;

import org.jspecify.annotations.NullMarked;
