package eco.exchange.settlement.receipt;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import java.time.Instant;
import java.util.Optional;

/**
 * Money that has arrived, as the bank tells it.
 *
 * @param reference the bank's own number of the receipt, never given to another; at most 64
 *     characters
 * @param subAccount the sub-account to which it was paid, as the payer wrote it; at most 34
 *     characters
 * @param amount what arrived; more than nothing
 * @param payer who paid, by name as the bank knows it; at most 140 characters
 * @param arrivedAt when it arrived, which decides whether it was in time (R-QUA-4)
 * @param account from which account it was paid, if the bank tells: money that goes back goes there
 * @param remittance what the payer wrote; at most 500 characters
 */
public record BankReceipt(
    String reference,
    String subAccount,
    Money amount,
    String payer,
    Instant arrivedAt,
    Optional<BankAccount> account,
    String remittance) {

  /** A receipt of which no more is known than who paid. */
  public BankReceipt(
      String reference, String subAccount, Money amount, String payer, Instant arrivedAt) {
    this(reference, subAccount, amount, payer, arrivedAt, Optional.empty(), "");
  }

  /** This receipt with another time of arrival. */
  public BankReceipt at(Instant arrival) {
    return new BankReceipt(reference, subAccount, amount, payer, arrival, account, remittance);
  }
}
