package eco.exchange.settlement.bank;

import eco.exchange.money.Money;

/**
 * A payment that the bank is to make.
 *
 * @param endToEnd the id that goes with it to the payee's bank and back; at most 35 characters. The
 *     bank makes a payment of an id once
 * @param to the account of the payee
 * @param amount how much
 * @param text what the payee reads on the own statement; at most 140 characters
 */
public record Payment(String endToEnd, BankAccount to, Money amount, String text) {}
