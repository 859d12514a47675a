/**
 * Ecological products of the catalogue: what they are, whose they are, and what they are worth.
 *
 * <p>These are the words in which products, their titles and their appraisals are handed to the
 * door of the module and shown by it; the package knows no other.
 */
@NullMarked
package eco.exchange.listing.product;

import org.jspecify.annotations.NullMarked;
