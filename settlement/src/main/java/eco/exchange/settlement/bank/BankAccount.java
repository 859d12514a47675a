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

  /** Whether it looks like an account; whether there is one, only the bank can tell. */
  public boolean isWellFormed() {
    return !holder.isBlank()
        && HOLDER.matcher(holder).matches()
        && NUMBER.matcher(number).matches()
        && BANK.matcher(bank).matches();
  }
}
