package eco.exchange.lab.bench.measure;

import java.math.BigDecimal;

/**
 * The target that a figure is held against.
 *
 * @param limit the figure at which it is just met
 * @param isFloor true if more is better
 */
record TargetFigure(BigDecimal limit, boolean isFloor) {

  static TargetFigure atLeast(String limit) {
    return new TargetFigure(new BigDecimal(limit), true);
  }

  static TargetFigure atMost(String limit) {
    return new TargetFigure(new BigDecimal(limit), false);
  }

  /** Says whether a value meets the bar. */
  String against(BigDecimal value) {
    int comparison = value.compareTo(limit);
    boolean met = isFloor ? comparison >= 0 : comparison <= 0;
    return "%s %s %s".formatted(met ? "✓" : "✗", isFloor ? ">=" : "<=", limit.toPlainString());
  }
}
