/** The catalogue, the appraisals and the listings, over HTTP. */
@NullMarked
package eco.exchange.web.listing;

import org.jspecify.annotations.NullMarked;
