package eco.exchange.bidding;

import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * The award of a lot: the result, in which the winner is named.
 *
 * @param trade the lot
 * @param winner who gets it
 * @param paddle the paddle under which the winner bid
 * @param price the price
 * @param awardedAt when bidding closed
 * @param publicityEndsAt until when the award is shown before it may be approved (R-POST-6)
 * @param state whether it is approved
 * @param opinion why the award was refused
 */
public record AwardView(
    TradeId trade,
    PartyId winner,
    String paddle,
    Money price,
    Instant awardedAt,
    Instant publicityEndsAt,
    State state,
    Optional<String> opinion) {

  /** How far an award is. */
  public enum State {
    /** Shown to the public; the centre has yet to decide. */
    PUBLISHED,
    /** Two persons of the centre have approved it. */
    APPROVED,
    /** The centre has refused it; nobody gets the lot. */
    REFUSED
  }
}
