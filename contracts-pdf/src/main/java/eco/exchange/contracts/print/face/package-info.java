/**
 * The face in which papers are printed: which signs it has, how wide they are, and how it is cut
 * down to the signs of one paper.
 */
@NullMarked
package eco.exchange.contracts.print.face;

import org.jspecify.annotations.NullMarked;
