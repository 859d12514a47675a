package eco.exchange.sharing;

import eco.exchange.money.Money;
import eco.exchange.money.Share;
import java.util.List;

/**
 * One step of a waterfall. Steps are taken in order; none takes more than what is left.
 *
 * <p>A percentage is always of the whole amount that entered the waterfall or group, not of what is
 * left, so that the order of percentages does not matter while the money suffices.
 */
public sealed interface Step {

  /** A fixed amount; it is paid to the fen and never takes part in rounding. */
  record Fixed(String payee, Money amount) implements Step {}

  /** A percentage of the whole. */
  record Percent(String payee, Share share) implements Step {}

  /** A percentage of the whole, shared out again by steps of its own. */
  record Group(String name, Share share, List<Step> steps) implements Step {

    /** Copies the steps. */
    public Group {
      steps = List.copyOf(steps);
    }
  }

  /** All that is left; only the last step may be one. */
  record Remainder(String payee) implements Step {}
}
