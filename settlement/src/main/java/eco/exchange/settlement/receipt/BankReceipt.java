package eco.exchange.settlement.receipt;

import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.bank.BankEntry;
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
 * @param notBefore when it may have arrived at the earliest, if the bank tells the day alone: then
 *     the arrival is the last moment of that day
 */
public record BankReceipt(
    String reference,
    String subAccount,
    Money amount,
    String payer,
    Instant arrivedAt,
    Optional<BankAccount> account,
    String remittance,
    Optional<Instant> notBefore) {

  private static final int SUB_ACCOUNT_MAX = 34;
  private static final int PAYER_MAX = 140;
  private static final int REMITTANCE_MAX = 500;

  /** How a payer is called of whom the bank has told nothing. */
  public static final String UNKNOWN_PAYER = "(银行未告知付款人)";

  /** A receipt of which no more is known than who paid. */
  public BankReceipt(
      String reference, String subAccount, Money amount, String payer, Instant arrivedAt) {
    this(reference, subAccount, amount, payer, arrivedAt, Optional.empty(), "", Optional.empty());
  }

  /**
   * What came in as the bank tells it; what is too long to be kept is cut.
   *
   * @param movement the number of the movement
   */
  public static BankReceipt of(String movement, BankEntry.Incoming in) {
    return new BankReceipt(
        movement,
        cut(in.subAccount(), SUB_ACCOUNT_MAX),
        in.amount(),
        in.payer().isBlank() ? UNKNOWN_PAYER : cut(in.payer(), PAYER_MAX),
        in.booked().latest(),
        in.account(),
        cut(in.remittance(), REMITTANCE_MAX),
        notBefore(in));
  }

  /** A payment that came back and is none of those that are known. */
  public static BankReceipt of(String movement, BankEntry.Returned back) {
    String remittance =
        "退汇 %s %s".formatted(back.references().endToEnd().orElse(""), back.reason());
    return new BankReceipt(
        movement,
        "",
        back.amount(),
        UNKNOWN_PAYER,
        back.booked().latest(),
        Optional.empty(),
        cut(remittance, REMITTANCE_MAX),
        notBefore(back));
  }

  private static Optional<Instant> notBefore(BankEntry entry) {
    return entry.booked().moment().isPresent()
        ? Optional.empty()
        : Optional.of(entry.booked().earliest());
  }

  private static String cut(String text, int max) {
    return text.length() <= max ? text : text.substring(0, max);
  }

  /** This receipt with another time of arrival. */
  public BankReceipt at(Instant arrival) {
    return new BankReceipt(
        reference, subAccount, amount, payer, arrival, account, remittance, notBefore);
  }

  /** This receipt as far as an amount of it. */
  BankReceipt of(Money part) {
    return new BankReceipt(
        reference, subAccount, part, payer, arrivedAt, account, remittance, notBefore);
  }

  /** Whether another receipt may be of the same payer. */
  boolean isOfPayerOf(BankReceipt other) {
    return payer.equals(other.payer)
        || payer.equals(UNKNOWN_PAYER)
        || other.payer.equals(UNKNOWN_PAYER);
  }

  /** The first moment at which it may have arrived. */
  Instant earliest() {
    return notBefore.orElse(arrivedAt);
  }
}
