/**
 * The account of a village: what its contracts have given it, what has been paid and what is late.
 */
@NullMarked
package eco.exchange.tradefile.village;

import org.jspecify.annotations.NullMarked;
