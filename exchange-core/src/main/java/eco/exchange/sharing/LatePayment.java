package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The penalty for a late payment, as the sentence 'breach.late' of every contract says it: 0.03 %
 * of the amount for each day, 20 % at most.
 *
 * <p>For example, of ten thousand yuan that come twelve days late, thirty-six are owed besides. If
 * six thousand of them came in time, the penalty runs on the four thousand that were missing.
 * Source: Civil Code arts. 579 and 585; a penalty is capped, and does not end the duty to perform.
 */
public final class LatePayment {

  private static final Percentage A_DAY = Percentage.parse("0.03");
  private static final Percentage MOST = Percentage.parse("20");

  private LatePayment() {}

  /**
   * A part of a payment.
   *
   * @param amount what came in
   * @param days by how many days it was late, the one on which it came included
   */
  public record Part(Money amount, long days) {}

  /**
   * The penalty for an amount that came late, to the nearest fen.
   *
   * @param amount what came late
   * @param days how many days, the one on which it came included
   */
  public static Money penalty(Money amount, long days) {
    return penalty(List.of(new Part(amount, days)));
  }

  /**
   * The penalty for an amount that came in parts, each for as long as it was missing; rounded once,
   * to the nearest fen.
   */
  public static Money penalty(List<Part> parts) {
    BigDecimal fen =
        parts.stream().map(LatePayment::millionthsOfAFen).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(fen.movePointLeft(6).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private static BigDecimal millionthsOfAFen(Part part) {
    return BigDecimal.valueOf(A_DAY.ppm())
        .multiply(BigDecimal.valueOf(part.days()))
        .min(BigDecimal.valueOf(MOST.ppm()))
        .multiply(BigDecimal.valueOf(part.amount().fen()));
  }
}
