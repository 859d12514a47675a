package eco.exchange.settlement.allotment;

import eco.exchange.money.Money;

/**
 * What is kept for a member of whom no account is known.
 *
 * @param member the number of the member
 * @param shown the masked name
 * @param amount all that is kept
 * @param parts of how many allotments
 */
public record HeldView(String member, String shown, Money amount, int parts) {}
