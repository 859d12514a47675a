package eco.exchange.sharing;

import java.util.List;

/**
 * The steps by which one kind of income is shared.
 *
 * @param income the kind of income
 * @param steps the steps, in order
 */
public record Waterfall(Income income, List<Step> steps) {

  /** Copies the steps. */
  public Waterfall {
    steps = List.copyOf(steps);
  }
}
