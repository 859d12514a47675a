package eco.exchange.settlement.fund;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a fund, for example 'F422823-001': the county and the fund in it.
 *
 * @param region the six-digit code of the county (GB/T 2260)
 * @param number counts the funds of the county from 1
 */
public record FundId(String region, int number) {

  private static final Pattern TEXT = Pattern.compile("F(\\d{6})-(\\d{3,9})");

  /**
   * Reads a number.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static FundId parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no fund: " + text);
    }
    return new FundId(parts.group(1), Integer.parseInt(parts.group(2)));
  }

  @Override
  public String toString() {
    return "F%s-%03d".formatted(region, number);
  }
}
