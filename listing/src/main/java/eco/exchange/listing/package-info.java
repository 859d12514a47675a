/**
 * What the rooms of this module share: why they refuse, the limits of what is taken in, places in
 * long lists, and how their stores change rows.
 *
 * <p>A product is entered and appraised in {@code catalogue}; how it is sold is decided in {@code
 * offer}. Both refuse with {@link eco.exchange.listing.ListingRefusal}.
 */
@NullMarked
package eco.exchange.listing;

import org.jspecify.annotations.NullMarked;
