package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The penalty for a late payment, as every contract says it: the words and the numbers stand
 * together.
 *
 * <p>For example, of ten thousand yuan that come twelve days late, thirty-six are owed besides.
 * Source: Civil Code arts. 579 and 585; a penalty is capped, and does not end the duty to perform.
 */
public final class LatePayment {

  /** The clause of the contract. */
  public static final String CLAUSE =
      "受让方逾期付款的，每逾期一日，按逾期金额的万分之三支付违约金；违约金累计不超过逾期金额的百分之二十。支付违约金不免除继续履行的义务。";

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
