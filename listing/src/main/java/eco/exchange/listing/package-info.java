/**
 * The common part of this module: the reasons for which it refuses, the limits of what is taken in,
 * places in long lists, and the way in which its stores change rows.
 *
 * <p>A product is entered and appraised in {@code catalogue}; how it is sold is decided in {@code
 * offer}. Both refuse with {@link eco.exchange.listing.ListingRefusal}.
 */
@NullMarked
package eco.exchange.listing;

import org.jspecify.annotations.NullMarked;
