package eco.exchange.settlement.bank;

import java.util.regex.Pattern;

/**
 * An account at a bank, to which money can be paid.
 *
 * @param holder whose account it is, as the bank knows the name; at most 140 characters
 * @param number the number of the account; five to 34 digits and letters
 * @param bank the bank's number in the national clearing (联行号); twelve digits
 */
public record BankAccount(String holder, String number, String bank) {

  private static final Pattern HOLDER = Pattern.compile("[^\\p{Cntrl}]{1,140}");
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{5,34}");
  private static final Pattern BANK = Pattern.compile("[0-9]{12}");

  // Shorter runs of digits are codes and days; many write accounts in groups.
  private static final Pattern LONG_NUMBER =
      Pattern.compile(
          "[0-9]{9,}|[0-9]{3,}(?:[ \\u00a0-][0-9]{3,}){2,}(?:[ \\u00a0-][0-9]{1,2}\\b)?");

  private static final Pattern BETWEEN_GROUPS = Pattern.compile("[^0-9]");

  private static final int SHOWN_MAX = 4;
  private static final int SHOWN_OF = 3;

  /** Whether it looks like an account; whether there is one, only the bank can tell. */
  public boolean hasTheForm() {
    return !holder.isBlank()
        && HOLDER.matcher(holder).matches()
        && NUMBER.matcher(number).matches()
        && BANK.matcher(bank).matches();
  }

  /** The number as others may read it: of its end four places, and not more than a third. */
  public String maskedNumber() {
    int shown = Math.min(SHOWN_MAX, number.length() / SHOWN_OF);
    return "****" + number.substring(number.length() - shown);
  }

  /**
   * What a bank has said, as others may read it: each number that may be an account's is masked.
   */
  public static String masked(String words) {
    return LONG_NUMBER
        .matcher(words)
        .replaceAll(
            found ->
                new BankAccount("", BETWEEN_GROUPS.matcher(found.group()).replaceAll(""), "")
                    .maskedNumber());
  }

  // So that no number comes into a log.
  @Override
  public String toString() {
    return "BankAccount[holder=%s, number=%s, bank=%s]".formatted(holder, maskedNumber(), bank);
  }
}
