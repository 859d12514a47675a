package eco.exchange.market;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The unified social credit code (统一社会信用代码) of an enterprise, a collective or an authority.
 *
 * <p>Eighteen characters by GB 32100-2015, for example '91350100M000100Y43': the registering
 * department, the kind of body, six digits of region, nine characters of organisation code by GB
 * 11714, and a check character over all. Small letters are refused, not mended: a code is copied
 * from a licence.
 *
 * @param code the eighteen characters
 */
public record CreditCode(String code) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern SHAPE =
      Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");

  /**
   * Rejects what is no credit code.
   *
   * @throws IllegalArgumentException if the text is misshapen or does not check
   */
  public CreditCode {
    if (!isValid(code)) {
      throw new IllegalArgumentException("no credit code: " + code);
    }
  }

  /** Reads a code; empty if it is misshapen or does not check. */
  public static Optional<CreditCode> of(String code) {
    return isValid(code) ? Optional.of(new CreditCode(code)) : Optional.empty();
  }

  private static boolean isValid(String code) {
    return SHAPE.matcher(code).matches() && check(code) == code.charAt(17);
  }

  // The weight of each place is three times that of the place before, modulo 31.
  private static char check(String code) {
    int sum = 0;
    int weight = 1;
    for (int place = 0; place < 17; place++) {
      sum += ALPHABET.indexOf(code.charAt(place)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  @Override
  public String toString() {
    return code;
  }
}
