package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The penalty for a late payment, as the sentence 'breach.late' of every contract says it: 0.03 %
 * of the amount for each day, 20 % at most.
 *
 * <p>For example, of ten thousand yuan that come twelve days late, thirty-six are owed besides.
 * Source: Civil Code arts. 579 and 585; a penalty is capped, and does not end the duty to perform.
 */
public final class LatePayment {

  private static final Percentage A_DAY = Percentage.parse("0.03");
  private static final Percentage MOST = Percentage.parse("20");

  private LatePayment() {}

  /**
   * The penalty for an amount that came late, to the nearest fen.
   *
   * @param amount what came late
   * @param days how many days, the one on which it came included
   */
  public static Money penalty(Money amount, long days) {
    BigDecimal ofAll =
        BigDecimal.valueOf(A_DAY.ppm())
            .multiply(BigDecimal.valueOf(days))
            .min(BigDecimal.valueOf(MOST.ppm()));
    return Money.ofYuan(
        amount.inYuan().multiply(ofAll).movePointLeft(6).setScale(2, RoundingMode.HALF_UP));
  }
}
