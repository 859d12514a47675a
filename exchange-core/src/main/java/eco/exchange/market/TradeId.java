package eco.exchange.market;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * The unified deal code of a trade: one identity from the listing to the last revenue statement.
 *
 * <p>For example, in 'E640425C0120261121000001D' the region is 640425 (Pengyang), the class of
 * right C01 (carbon sink), the day 2026-11-21, the number of the day 000001, and D checks the rest.
 * The national rule names the field (UNIFIED_DEAL_CODE) but its structure was not found; this one
 * is the exchange's own, with the check of ISO 7064, MOD 37,36.
 *
 * @param code the twenty-five characters
 */
public record TradeId(String code) implements Comparable<TradeId> {

  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int LENGTH = 25;
  private static final int SEQUENCE_MAX = 999_999;

  /**
   * Rejects a code that is misshapen or does not check.
   *
   * @throws IllegalArgumentException if the text is no trade code
   */
  public TradeId {
    if (!isCode(code)) {
      throw new IllegalArgumentException("no trade code: " + code);
    }
  }

  /** Whether a text is a trade code. */
  public static boolean isCode(String text) {
    return isShaped(text) && check(text.substring(0, LENGTH - 1)) == text.charAt(LENGTH - 1);
  }

  /**
   * Makes the code of a new trade.
   *
   * @param region the six-digit code of the county (GB/T 2260)
   * @param right the kind of right, whose class code becomes part of the trade code
   * @param day the day on which the trade was begun
   * @param sequence the number of the trade on that day, from 1 to 999,999
   */
  public static TradeId of(String region, RightKind right, LocalDate day, int sequence) {
    if (sequence < 1 || sequence > SEQUENCE_MAX) {
      throw new IllegalArgumentException("a day has 999,999 trade codes: " + sequence);
    }
    String date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
    String body = "E%s%s%s%06d".formatted(region, right.classCode(), date, sequence);
    return new TradeId(body + check(body));
  }

  // E, region, class of right, day, number, check. Each bid brings a code: no pattern is as quick.
  private static boolean isShaped(String code) {
    return code.length() == LENGTH
        && code.charAt(0) == 'E'
        && areDigits(code, 1, 7)
        && isWithin(code.charAt(7), 'A', 'Z')
        && areDigits(code, 8, LENGTH - 1);
  }

  private static boolean areDigits(String code, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isWithin(code.charAt(i), '0', '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithin(char letter, char first, char last) {
    return letter >= first && letter <= last;
  }

  private static char check(String body) {
    int product = 36;
    for (int i = 0; i < body.length(); i++) {
      int sum = (product + ALPHABET.indexOf(body.charAt(i))) % 36;
      product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    return ALPHABET.charAt((37 - product) % 36);
  }

  @Override
  public int compareTo(TradeId other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
