package eco.exchange.bidding;

import eco.exchange.event.MarketEvent.LotAwarded;
import eco.exchange.market.Offer;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * The award of a lot: the result, in which the winner is named.
 *
 * @param trade the lot
 * @param attempt 1 for the best of the ranking, 2 for the runner-up after a lapse
 * @param winner who gets it
 * @param paddle the paddle under which the winner bid
 * @param offer what was offered, and is now owed
 * @param runnerUp who is next if this award lapses; the deposit stays held until then
 * @param awardedAt when bidding closed
 * @param publicityEndsAt until when the award is shown before it may be approved (R-POST-6)
 * @param state whether it is approved
 * @param opinion why the award was refused
 */
public record AwardView(
    TradeId trade,
    int attempt,
    PartyId winner,
    String paddle,
    Offer offer,
    Optional<PartyId> runnerUp,
    Instant awardedAt,
    Instant publicityEndsAt,
    State state,
    Optional<String> opinion) {

  /** The price, paid once. */
  public Money price() {
    return offer.price();
  }

  LotAwarded told() {
    return new LotAwarded(trade, attempt, winner, paddle, offer, runnerUp, publicityEndsAt);
  }

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
