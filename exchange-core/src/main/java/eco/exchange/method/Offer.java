package eco.exchange.method;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import eco.exchange.money.Rational;
import java.util.Optional;

/**
 * The offer of a bidder for a right.
 *
 * @param price the price, paid once
 * @param yearly what is offered of each year's revenue, where that is what is bid
 */
public record Offer(Money price, Optional<Yearly> yearly) {

  /**
   * What is paid out of each year: a rent, and a share of the revenue beyond nothing.
   *
   * @param rent a fixed sum for each year; may be nothing
   * @param share a part of each year's revenue
   */
  public record Yearly(Money rent, Percentage share) {

    /** What is offered of the revenue of a year, in fen, exactly. */
    public Rational of(Money revenue) {
      return Rational.fenOf(rent).plus(share.of(Rational.fenOf(revenue)));
    }
  }

  /** An offer of a price alone. */
  public static Offer of(Money price) {
    return new Offer(price, Optional.empty());
  }

  @Override
  public String toString() {
    return yearly
        .map(it -> price + ", yearly " + it.rent() + " and " + it.share())
        .orElse("" + price);
  }
}
