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
    boolean isMeasuredAnew =
        switch (step.measure()) {
          case Measure.Fixed fixed -> true;
          case Measure.Tiers tiers -> true;
          // What is owed on a pledge, and what was monitored, is noted for each part.
          case Measure.Owed owed -> false;
          case Measure.Rising rising -> false;
          case Measure.Percent percent -> false;
          case Measure.Fraction fraction -> false;
          case Measure.Rest rest -> false;
        };
    return isBounded || isMeasuredAnew || countAnew(step.taker().steps());
  }
}
