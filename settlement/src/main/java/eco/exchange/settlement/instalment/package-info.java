/**
 * Prices that are paid in instalments (R-POST-5, docs/adr/0033).
 *
 * <p>Every instalment is awaited when the contract takes effect, and shared when it has come in.
 * The transferor accepts a guarantee for those after the first. {@link
 * eco.exchange.settlement.instalment.Instalments} is the door; what becomes of an instalment that
 * does not come is told in the room {@code arrears}.
 */
@NullMarked
package eco.exchange.settlement.instalment;

import org.jspecify.annotations.NullMarked;
