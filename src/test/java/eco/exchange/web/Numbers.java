package eco.exchange.web;

import eco.exchange.market.CitizenNumber;
import eco.exchange.market.CreditCode;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Numbers of bodies and people that check, and belong to nobody else in the tests. */
public final class Numbers {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private Numbers() {}

  /** A new credit code: whichever check character fits. */
  public static String creditCode() {
    String body = "91640425MA%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
    return checks(body).filter(code -> CreditCode.of(code).isPresent()).findFirst().orElseThrow();
  }

  /** A new citizen number: whichever check character fits. */
  public static String citizenNumber() {
    String body =
        "64042519%02d%02d%02d%03d"
            .formatted(number(50, 99), number(1, 12), number(1, 28), number(0, 999));
    return checks(body)
        .filter(number -> CitizenNumber.of(number, TODAY).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** The same number with another last character, which does not check. */
  public static String spoilt(String number) {
    String last = number.endsWith("1") ? "2" : "1";
    return number.substring(0, number.length() - 1) + last;
  }

  private static Stream<String> checks(String body) {
    return ALPHABET.chars().mapToObj(check -> body + (char) check);
  }

  private static int number(int least, int most) {
    return ThreadLocalRandom.current().nextInt(least, most + 1);
  }
}
