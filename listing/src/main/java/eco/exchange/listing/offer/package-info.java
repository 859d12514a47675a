/**
 * Listings: how a product is offered for sale, from the draft through review to the disclosed
 * notice and the certified trade.
 *
 * <p>The transferor of a catalogued product writes a draft and submits it with every rule checked
 * at once; two persons of the centre review it; it is disclosed under the rule edition of the day,
 * which it keeps. What becomes of it afterwards is told to {@link
 * eco.exchange.listing.offer.Listings} by the flow.
 */
@NullMarked
package eco.exchange.listing.offer;

import org.jspecify.annotations.NullMarked;
