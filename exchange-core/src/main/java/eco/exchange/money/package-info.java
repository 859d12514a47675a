/**
 * Amounts of money, percentages, and the ways to write them, exact to the fen.
 *
 * <p>{@link eco.exchange.money.Money} is an amount, {@link eco.exchange.money.Percentage} an exact
 * part of one in parts per million, {@link eco.exchange.money.Rational} an amount with every
 * fraction of a fen, {@link eco.exchange.money.CapitalAmount} an amount as papers write it.
 */
@NullMarked
package eco.exchange.money;

import org.jspecify.annotations.NullMarked;
