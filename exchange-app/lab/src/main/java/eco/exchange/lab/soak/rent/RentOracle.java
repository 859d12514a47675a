package eco.exchange.lab.soak.rent;

import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import eco.exchange.sharing.Income;
import eco.exchange.sharing.Measure;
import eco.exchange.sharing.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What each expected year can carry, counted as one would by hand: every other step in its turn, in
 * fen and parts of them, and then the rent and the share. It knows nothing of the waterfall that
 * settlement runs.
 */
final class RentOracle {

  private static final MathContext DIGITS = new MathContext(60, RoundingMode.DOWN);

  private final RentSale sale;

  RentOracle(RentSale sale) {
    this.sale = sale;
  }

  /** What is missing in the poorest year for an offer to be paid in full; negative is to spare. */
  BigDecimal missing(Offer.Yearly offer) {
    return sale.how().revenues().stream()
        .map(revenue -> offered(offer, revenue).subtract(left(revenue)))
        .reduce(BigDecimal::max)
        .orElseThrow();
  }

  /** What is paid by an offer in all years, each discounted once more. */
  BigDecimal presentValue(Offer.Yearly offer) {
    BigDecimal value = BigDecimal.ZERO;
    BigDecimal growth = BigDecimal.ONE;
    BigDecimal yearly = BigDecimal.ONE.add(BigDecimal.valueOf(sale.how().discount().ppm(), 6));
    for (Money revenue : sale.how().revenues()) {
      growth = growth.multiply(yearly);
      value = value.add(offered(offer, revenue).divide(growth, DIGITS));
    }
    return value;
  }

  private static BigDecimal offered(Offer.Yearly offer, Money revenue) {
    return BigDecimal.valueOf(offer.rent().fen())
        .add(BigDecimal.valueOf(offer.share().ppm(), 6).multiply(fen(revenue)));
  }

  private BigDecimal left(Money revenue) {
    BigDecimal left = fen(revenue);
    for (Step step : sale.terms().waterfall(Income.REVENUE).steps()) {
      if (!step.taker().name().equals("owner") && !(step.measure() instanceof Measure.Rest)) {
        left = left.subtract(due(step, revenue).min(left));
      }
    }
    return left;
  }

  private static BigDecimal due(Step step, Money revenue) {
    BigDecimal due = measured(step.measure(), revenue).max(fen(step.least()));
    return step.most().map(most -> fen(most).min(due)).orElse(due);
  }

  // Nobody has monitored the years to come, so what rises with erosion has risen.
  private static BigDecimal measured(Measure measure, Money revenue) {
    BigDecimal whole = fen(revenue);
    if (measure instanceof Measure.Fixed fixed) {
      return fen(fixed.amount());
    }
    if (measure instanceof Measure.Rising rising) {
      return whole.multiply(BigDecimal.valueOf(rising.share().ppm() + rising.rise().ppm(), 6));
    }
    if (measure instanceof Measure.Tiers tiers) {
      BigDecimal border = fen(tiers.tiers().getLast().from());
      BigDecimal above = whole.subtract(border).max(BigDecimal.ZERO);
      return whole
          .subtract(above)
          .multiply(BigDecimal.valueOf(tiers.tiers().getFirst().share().ppm(), 6))
          .add(above.multiply(BigDecimal.valueOf(tiers.tiers().getLast().share().ppm(), 6)));
    }
    return whole.multiply(BigDecimal.valueOf(((Measure.Percent) measure).share().ppm(), 6));
  }

  private static BigDecimal fen(Money amount) {
    return BigDecimal.valueOf(amount.fen());
  }
}
