/**
 * The traffic between the bank and the exchange, as values: messages and their lines, accounts,
 * payments and the answers to them.
 *
 * <p>A message is a statement, a notice or the answer to a file; each of its lines is a movement on
 * the account of the exchange or what the bank says to a payment. The rules that a message must
 * keep before anything follows from it stand here too. How the values are written as ISO 20022 is
 * known to the room {@code iso} alone, and what follows from a message to {@code banking}.
 */
@NullMarked
package eco.exchange.settlement.bank;

import org.jspecify.annotations.NullMarked;
