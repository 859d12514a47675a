package eco.exchange.settlement.bank;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
      Pattern.compile("\\p{Nd}(?:(?:[\\p{Zs}\\p{Pd}]{1,2}|\\.(?=\\p{Nd}{3}))?\\p{Nd}){8,}");

  private static final Pattern DAY =
      Pattern.compile("(?:19|20)\\d\\d-[01]\\d-[0-3]\\d(?![\\p{Nd}])");

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
    return LONG_NUMBER.matcher(words).replaceAll(found -> maskedIn(found.group()));
  }

  private static String maskedIn(String run) {
    Matcher day = DAY.matcher(run);
    if (day.lookingAt()) {
      return day.group() + masked(run.substring(day.end()));
    }
    String digits =
        run.codePoints()
            .filter(Character::isDigit)
            .mapToObj(digit -> Integer.toString(Character.digit(digit, 10)))
            .collect(Collectors.joining());
    return new BankAccount("", digits, "").maskedNumber();
  }

  // So that no number comes into a log.
  @Override
  public String toString() {
    return "BankAccount[holder=%s, number=%s, bank=%s]".formatted(holder, maskedNumber(), bank);
  }
}
