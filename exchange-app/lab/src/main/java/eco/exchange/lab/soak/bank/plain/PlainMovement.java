package eco.exchange.lab.soak.bank.plain;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import java.time.Instant;
import java.util.Optional;

/**
 * Money that the bank has moved once.
 *
 * @param number given by the plain book, from 1
 * @param kind what it is
 * @param own the bank's number of it within its entry
 * @param amount how much, whichever way
 * @param at when it was booked
 * @param paid what was paid in, if it came in
 * @param payment the end-to-end id of the payment that left, or came back
 * @param of what it takes back, or sends back
 */
public record PlainMovement(
    int number,
    Kind kind,
    String own,
    Money amount,
    Instant at,
    Optional<PayIn> paid,
    Optional<String> payment,
    Optional<PlainMovement> of) {

  /** What the bank may do with money. */
  public enum Kind {
    /** Somebody has paid in. */
    PAID_IN,
    /** A payment of the exchange has left. */
    PAID_OUT,
    /** A payment of the exchange has come back from the payee's bank. */
    SENT_BACK,
    /** The bank has taken back what had come in. */
    TAKEN_BACK,
    /** The bank has taken a fee, which the exchange never ordered. */
    FEE
  }

  /**
   * What a payer has told the bank.
   *
   * @param subAccount the sub-account that was named; may be empty
   * @param awaited what the exchange awaits there; nothing, if there is no such sub-account
   * @param payer the payer's account
   * @param id the end-to-end id that the payer has given; may be empty
   */
  public record PayIn(String subAccount, Money awaited, BankAccount payer, String id) {

    /** Whether so much fits the sub-account: a deposit may come in parts, which add up. */
    public boolean mayBeFilledBy(Money amount) {
      return !awaited.isBelow(amount);
    }
  }

  /** What it does to the balance of the account. */
  public Money effect() {
    return switch (kind) {
      case PAID_IN, SENT_BACK -> amount;
      case PAID_OUT, TAKEN_BACK, FEE -> amount.negated();
    };
  }
}
