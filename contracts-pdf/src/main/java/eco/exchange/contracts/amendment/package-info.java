/**
 * Amendments of contracts in force: each is a version of its own, chained by hash to the one
 * before.
 *
 * <p>{@link eco.exchange.contracts.amendment.Amendments} judges which version a draft would be and
 * draws it up; it is signed and sealed as a contract is.
 */
@NullMarked
package eco.exchange.contracts.amendment;

import org.jspecify.annotations.NullMarked;
