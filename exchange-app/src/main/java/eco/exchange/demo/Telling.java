package eco.exchange.demo;

/** Hears what happens on a walk, a line a step. */
@FunctionalInterface
public interface Telling {

  /**
   * Hears of one step.
   *
   * @param title the trade
   * @param step the number of the step, counted from 1
   * @param of how many steps there are
   * @param day the market day
   * @param line what has happened
   */
  void tell(String title, int step, int of, String day, String line);
}
