/**
 * The price of a contract: the escrow is opened with the sealed paper, filled by the deposit and
 * the rest, and shared when all of it is in.
 *
 * <p>With the contract come its amendments: each is genuine, without fault, and chained to the
 * version before, and from its year on incomes are shared by its terms. {@link
 * eco.exchange.settlement.price.Prices} is the door. A price in instalments is opened here and goes
 * on in the room {@code instalment}.
 */
@NullMarked
package eco.exchange.settlement.price;

import org.jspecify.annotations.NullMarked;
