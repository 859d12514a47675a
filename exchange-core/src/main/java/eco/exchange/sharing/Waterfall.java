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

  /**
   * Whether an income that comes in several parts is shared otherwise than one that comes at once:
   * a fixed sum, a band or a bound would count anew for each part.
   */
  public boolean countsAnewForEachPart() {
    return countAnew(steps);
  }

  private static boolean countAnew(List<Step> steps) {
    return steps.stream().anyMatch(Waterfall::countsAnew);
  }

  private static boolean countsAnew(Step step) {
    boolean isBounded = step.hasFloor() || step.most().isPresent();
    return isBounded || step.measure().countsAnew() || countAnew(step.taker().steps());
  }
}
