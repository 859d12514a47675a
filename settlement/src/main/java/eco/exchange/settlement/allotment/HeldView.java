package eco.exchange.settlement.allotment;

import eco.exchange.money.Money;

/**
 * The sum that is kept for a member, because no account is known or the bank could not pay to it.
 *
 * @param member the number of the member
 * @param shown the masked name
 * @param amount all that is kept
 * @param cameBack of that, what the bank has rejected or returned
 * @param parts of how many payments it is made
 */
public record HeldView(String member, String shown, Money amount, Money cameBack, int parts) {}
