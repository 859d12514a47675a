package eco.exchange.settlement.bank;

import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/** A movement that the bank has booked on the exchange's account. */
public sealed interface BankEntry extends BankLine {

  /** The bank's own number of the movement, never given to another; at most 35 characters. */
  String reference();

  /** What was moved; more than nothing. */
  Money amount();

  /** When it was booked, which decides whether money was in time (R-QUA-4). */
  Instant bookedAt();

  /** What the movement does to the balance of the account. */
  default Money effect() {
    return switch (this) {
      case Incoming in -> in.amount();
      case Returned back -> back.amount();
      case Outgoing out -> out.amount().negated();
    };
  }

  /**
   * Money came in.
   *
   * @param subAccount the sub-account to which it was paid; empty if none was named
   * @param payer who paid, by name
   * @param account from which account, if the bank tells
   * @param remittance what the payer wrote
   */
  record Incoming(
      String reference,
      Money amount,
      Instant bookedAt,
      String subAccount,
      String payer,
      Optional<BankAccount> account,
      String remittance)
      implements BankEntry {}

  /**
   * Money went out.
   *
   * @param endToEnd the end-to-end id of the payment; empty if the exchange ordered none
   */
  record Outgoing(String reference, Money amount, Instant bookedAt, Optional<String> endToEnd)
      implements BankEntry {}

  /**
   * A payment came back, because the payee's bank could not take it.
   *
   * @param endToEnd the end-to-end id of the payment
   * @param reason why, in the words of the bank
   */
  record Returned(String reference, Money amount, Instant bookedAt, String endToEnd, String reason)
      implements BankEntry {}
}
