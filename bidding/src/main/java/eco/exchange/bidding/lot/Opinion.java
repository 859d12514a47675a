package eco.exchange.bidding.lot;

import eco.exchange.answer.Refusal;
import java.util.Optional;

/** The opinion with which somebody decides: a text that is asked for, and bounded. */
public final class Opinion {

  /** The longest opinion, in characters. */
  private static final int LENGTH_MAX = 2_000;

  private Opinion() {}

  /** What is wrong with an opinion. */
  public static Optional<Refusal> fault(String opinion) {
    return opinion.isBlank() || opinion.length() > LENGTH_MAX
        ? Optional.of(
            new Refusal(
                BiddingRefusal.OPINION_INVALID,
                "an opinion has 1 to %d characters".formatted(LENGTH_MAX)))
        : Optional.empty();
  }
}
