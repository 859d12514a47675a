package eco.exchange.market;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The citizen identity number (公民身份号码) of a person, by GB 11643.
 *
 * <p>Eighteen characters: the division where it was given, the date of birth, a number of the day,
 * and a check character by ISO 7064, MOD 11-2. It is a secret of its owner, so its text is masked;
 * only {@link #number()} tells it in full.
 *
 * @param number the eighteen characters
 */
public record CitizenNumber(String number) {

  private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[0-9X]");
  private static final String CHECKS = "10X98765432";
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  /** The first two digits of GB/T 2260: provinces, autonomous regions, municipalities, and 83. */
  private static final Set<String> PROVINCES =
      Set.of(
          ("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65"
                  + " 71 81 82 83")
              .split(" "));

  /** The first year in which a living person can have been born. */
  private static final int YEAR_MIN = 1900;

  /**
   * Rejects what is no citizen number; whether the birth lies in the future is asked of {@link
   * #of}.
   *
   * @throws IllegalArgumentException if the text is misshapen or does not check; it is not repeated
   *     in the message
   */
  public CitizenNumber {
    if (!isValid(number)) {
      throw new IllegalArgumentException("no citizen number");
    }
  }

  /**
   * Reads a number; empty if it is misshapen, does not check, or its owner is yet to be born.
   *
   * @param number the eighteen characters, X as a capital
   * @param today the day of the market
   */
  public static Optional<CitizenNumber> of(String number, LocalDate today) {
    return isValid(number) && !bornOn(number).isAfter(today)
        ? Optional.of(new CitizenNumber(number))
        : Optional.empty();
  }

  /** The day of birth that the number contains. */
  public LocalDate bornOn() {
    return bornOn(number);
  }

  /** The number as others may see it, for example '110105********002X'. */
  public String masked() {
    return number.substring(0, 6) + "********" + number.substring(14);
  }

  @Override
  public String toString() {
    return masked();
  }

  private static boolean isValid(String number) {
    return SHAPE.matcher(number).matches()
        && PROVINCES.contains(number.substring(0, 2))
        && hasDate(number)
        && check(number) == number.charAt(17);
  }

  private static boolean hasDate(String number) {
    try {
      return bornOn(number).getYear() >= YEAR_MIN;
    } catch (DateTimeException noDay) {
      return false;
    }
  }

  private static LocalDate bornOn(String number) {
    return LocalDate.parse(number.substring(6, 14), DAY);
  }

  private static char check(String number) {
    int sum = 0;
    for (int place = 0; place < WEIGHTS.length; place++) {
      sum += (number.charAt(place) - '0') * WEIGHTS[place];
    }
    return CHECKS.charAt(sum % 11);
  }
}
