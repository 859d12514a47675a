package eco.exchange.settlement.receipt;

/**
 * The numbers of sub-accounts: eighteen digits, and a nineteenth that checks them by Luhn's rule
 * (ISO/IEC 7812-1), so that a bank refuses a number that was mistyped in one digit.
 */
public final class SubAccountNumber {

  private SubAccountNumber() {}

  /** The number with these first eighteen digits. */
  public static String of(long body) {
    String digits = Long.toString(body);
    return digits + check(digits);
  }

  /** Whether the last digit checks the others. */
  public static boolean checks(String number) {
    int last = number.length() - 1;
    return number.matches("\\d{19}")
        && check(number.substring(0, last)) == number.charAt(last) - '0';
  }

  private static int check(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10;
  }
}
