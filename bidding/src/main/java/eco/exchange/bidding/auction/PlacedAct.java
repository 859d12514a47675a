package eco.exchange.bidding.auction;

import java.time.Instant;

/**
 * An act at the moment when it counts.
 *
 * @param hand whose it is: a paddle, or {@link #CENTRE}
 * @param act what is done
 * @param at when it counts as done
 */
public record PlacedAct(String hand, Act act, Instant at) {

  /** The hand of the centre; no paddle looks like it. */
  public static final String CENTRE = "CENTRE";

  boolean isByBidder() {
    return !hand.equals(CENTRE);
  }
}
