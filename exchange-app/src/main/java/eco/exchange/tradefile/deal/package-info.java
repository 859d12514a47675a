/**
 * The deal of a trade as its contract states it, read from the listing, the award and the two
 * parties.
 */
@NullMarked
package eco.exchange.tradefile.deal;

import org.jspecify.annotations.NullMarked;
