/**
 * The catalogue of ecological products: what they are, whose they are, and what they are worth.
 *
 * <p>A product is entered by its transferor; its {@link eco.exchange.listing.catalogue.Title} is
 * confirmed or disputed by officers; a third party records an appraisal of it. All this goes
 * through the {@link eco.exchange.listing.catalogue.Catalogue}. Views, requests and rows are
 * public, because a listing shows its product and appraisal as they stand.
 */
@NullMarked
package eco.exchange.listing.catalogue;

import org.jspecify.annotations.NullMarked;
