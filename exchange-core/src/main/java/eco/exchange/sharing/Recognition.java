package eco.exchange.sharing;

import eco.exchange.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The recognition of a lump sum as income, evenly over the years that it pays for.
 *
 * <p>A collective that sells a right for twenty years may not hand the whole price to the members
 * of one year; each year a twentieth becomes income of that year. Source: the measures of Heyang on
 * spreading contract and lease receipts over the benefit years.
 */
public final class Recognition {

  private Recognition() {}

  /**
   * What is recognised in each year: equal parts in whole fen, and in the last year what is left.
   *
   * @param sum the lump sum; not negative
   * @param years how many years it pays for; at least one
   */
  public static List<Money> over(Money sum, int years) {
    if (sum.isBelow(Money.ZERO) || years < 1) {
      throw new IllegalArgumentException("%s over %d years".formatted(sum, years));
    }
    Money each = new Money(sum.fen() / years);
    List<Money> schedule = new ArrayList<>(Collections.nCopies(years - 1, each));
    schedule.add(sum.minus(each.times(years - 1)));
    return List.copyOf(schedule);
  }
}
