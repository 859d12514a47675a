/**
 * Programs for the command line that work on files alone: the verification of papers and records,
 * the sealing of an offer, and the keys and shares of a holder.
 */
@NullMarked
package eco.exchange.programs;

import org.jspecify.annotations.NullMarked;
