package eco.exchange.settlement.receipt;

import eco.exchange.money.Money;
import java.time.Instant;

/**
 * Money that has arrived, as the bank tells it.
 *
 * @param reference the bank's own number of the receipt, never given to another; at most 64
 *     characters
 * @param subAccount the sub-account to which it was paid, as the payer wrote it; at most 34
 *     characters
 * @param amount what arrived; more than nothing
 * @param payer who paid, by name and account as the bank knows them; at most 140 characters
 * @param arrivedAt when it arrived, which decides whether it was in time (R-QUA-4)
 */
public record BankReceipt(
    String reference, String subAccount, Money amount, String payer, Instant arrivedAt) {

  /** This receipt with another time of arrival. */
  public BankReceipt at(Instant arrival) {
    return new BankReceipt(reference, subAccount, amount, payer, arrival);
  }
}
