package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The penalty for revenue that was left out of the report of its year, as the sentence
 * 'breach.concealed' of every contract says it: 20 % of what was left out.
 *
 * <p>For example, who finds later that fifty thousand yuan were left out owes these, and ten
 * thousand besides. Source: Civil Code art. 585.
 */
public final class ConcealedRevenue {

  private static final Percentage RATE = Percentage.parse("20");

  private ConcealedRevenue() {}

  /** The penalty for what was left out, to the nearest fen. */
  public static Money penalty(Money leftOut) {
    return new Money(
        RATE.of(BigDecimal.valueOf(leftOut.fen()))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }
}
