/** The signatures on a paper, and the keys with which parties sign and the centre seals. */
@NullMarked
package eco.exchange.contracts.signature;

import org.jspecify.annotations.NullMarked;
