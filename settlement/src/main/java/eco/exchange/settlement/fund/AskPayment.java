package eco.exchange.settlement.fund;

import eco.exchange.money.Money;

/**
 * The command to ask for a payment to the contractor of a project.
 *
 * @param project the project
 * @param amount how much
 * @param evidence what was done for it, for example the number of an acceptance and of an invoice;
 *     at most 200 characters
 * @param evidenceSha256 the hash of that paper, which pays once
 */
public record AskPayment(ProjectId project, Money amount, String evidence, String evidenceSha256) {}
