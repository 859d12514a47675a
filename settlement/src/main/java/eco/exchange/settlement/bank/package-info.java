/**
 * What the bank and the exchange tell each other, as values: accounts, statements, payments and the
 * answers to them, and the rules that a message must keep before anything follows from it.
 */
@NullMarked
package eco.exchange.settlement.bank;

import org.jspecify.annotations.NullMarked;
