/** The proof of a paper, without the exchange: its seal, its signatures, its terms, its print. */
@NullMarked
package eco.exchange.contracts.proof;

import org.jspecify.annotations.NullMarked;
