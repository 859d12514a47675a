/**
 * Listings: from the catalogue of products through title and appraisal to the disclosed notice.
 *
 * <p>{@link eco.exchange.listing.Listings} is the only door. A listing is drafted by the transferor
 * of a catalogued product, submitted with every rule checked at once, reviewed by two persons of
 * the centre, and disclosed under the rule edition of the day, which it keeps. What becomes of it
 * afterwards is told to it by the flow.
 */
@NullMarked
package eco.exchange.listing;

import org.jspecify.annotations.NullMarked;
