/**
 * Prices that are paid in instalments (R-POST-5, docs/adr/0033).
 *
 * <p>The first instalment is awaited when the contract takes effect. Those after it are awaited
 * when the transferor has accepted a guarantee for them. Each is shared when it has come in. {@link
 * eco.exchange.settlement.instalment.Instalments} is the door; what becomes of an instalment that
 * does not come is told in the room {@code arrears}.
 */
@NullMarked
package eco.exchange.settlement.instalment;

import org.jspecify.annotations.NullMarked;
