package eco.exchange.market;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

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
  private static final Pattern SHAPE = Pattern.compile("E\\d{6}[A-Z]\\d{2}\\d{8}\\d{6}[0-9A-Z]");
  private static final int SEQUENCE_MAX = 999_999;

  /**
   * Rejects a code that is misshapen or does not check.
   *
   * @throws IllegalArgumentException if the text is no trade code
   */
  public TradeId {
    if (!SHAPE.matcher(code).matches() || check(code.substring(0, 24)) != code.charAt(24)) {
      throw new IllegalArgumentException("no trade code: " + code);
    }
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

  private static char check(String body) {
    int product = 36;
    for (char letter : body.toCharArray()) {
      int sum = (product + ALPHABET.indexOf(letter)) % 36;
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
