package eco.exchange.settlement.bank;

import eco.exchange.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * Payments that the bank is told to make, all in one message (pain.001).
 *
 * @param id the number of the message; the bank takes a message of an id once
 * @param writtenAt when it was written; it is to be carried out on that day
 * @param from the account from which they are paid
 * @param payments the payments, at least one
 */
public record PaymentFile(String id, Instant writtenAt, BankAccount from, List<Payment> payments) {

  /** Copies the payments; a file without one is our own mistake. */
  public PaymentFile {
    payments = List.copyOf(payments);
    if (payments.isEmpty()) {
      throw new IllegalArgumentException("a file without payments");
    }
  }

  /** All amounts together. */
  public Money sum() {
    return payments.stream().map(Payment::amount).reduce(Money.ZERO, Money::plus);
  }
}
