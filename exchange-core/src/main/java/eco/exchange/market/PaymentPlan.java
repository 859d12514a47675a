package eco.exchange.market;

import eco.exchange.money.Money;
import eco.exchange.money.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan by which a price is paid in instalments (分期付款): a part as soon as a whole price would be
 * due, and the others later, with interest and behind a guarantee.
 *
 * <p>For example, forty per cent at once, then thirty after six months and thirty after twelve,
 * with three per cent a year on what is paid later, behind a bank guarantee. What is sold has no
 * price before it is awarded, so the parts are shares; the notice publishes them, the contract
 * repeats them with the amounts. Source: R-POST-5.
 *
 * @param first the part that is due like a whole price
 * @param later the other parts, in the order of their days
 * @param yearlyRate the interest of a year on what is paid later
 * @param guarantees what the transferor is ready to take as guarantee, one of them
 */
public record PaymentPlan(
    Percentage first, List<Later> later, Percentage yearlyRate, List<Guarantee> guarantees) {

  /** Copies the lists. */
  public PaymentPlan {
    later = List.copyOf(later);
    guarantees = List.copyOf(guarantees);
  }

  /**
   * A part that is paid later.
   *
   * @param part the part of the price
   * @param months how many months after the contract has taken effect
   */
  public record Later(Percentage part, int months) {}

  /**
   * The amounts of a price without interest, the first one first. All but the last are rounded up
   * to the fen, so that none is less than its part; the last is what is left. They always make the
   * price.
   */
  public List<Money> principals(Money price) {
    List<Money> principals = new ArrayList<>();
    Money rest = price;
    Percentage part = first;
    for (Later next : later) {
      Money principal = part(price, part);
      principals.add(principal);
      rest = rest.minus(principal);
      part = next.part();
    }
    principals.add(rest);
    return List.copyOf(principals);
  }

  private static Money part(Money price, Percentage part) {
    BigDecimal exact = part.of(BigDecimal.valueOf(price.fen()));
    return new Money(exact.setScale(0, RoundingMode.CEILING).longValueExact());
  }
}
