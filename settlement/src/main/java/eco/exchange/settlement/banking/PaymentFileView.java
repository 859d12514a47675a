package eco.exchange.settlement.banking;

import eco.exchange.money.Money;
import java.time.Instant;

/**
 * A file of payments that was written for the bank.
 *
 * @param file its id
 * @param writtenAt when it was written
 * @param payments how many payments it holds
 * @param sum all their amounts together
 * @param answered whether the bank has said anything to it
 */
public record PaymentFileView(
    String file, Instant writtenAt, int payments, Money sum, boolean answered) {}
