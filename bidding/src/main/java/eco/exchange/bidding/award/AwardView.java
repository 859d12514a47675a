package eco.exchange.bidding.award;

import eco.exchange.bidding.lot.UnsoldCause;
import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.Offer;
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
 * @param signBy until when the contract is to be signed; known once the award is approved
 * @param passedOn where the lot has gone after a lapse
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
    Optional<String> opinion,
    Optional<Instant> signBy,
    Optional<PassedOn> passedOn) {

  /** A new award, as the market was told of it. */
  static AwardView published(LotAwarded awarded, Instant awardedAt) {
    return new AwardView(
        awarded.trade(),
        awarded.attempt(),
        awarded.winner(),
        awarded.paddle(),
        awarded.offer(),
        awarded.runnerUp(),
        awardedAt,
        awarded.publicityEndsAt(),
        State.PUBLISHED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  AwardView approved(Instant signUntil) {
    return with(State.APPROVED, opinion, Optional.of(signUntil), passedOn);
  }

  AwardView refused(String why) {
    return with(State.REFUSED, Optional.of(why), signBy, passedOn);
  }

  AwardView lapsed() {
    return with(State.LAPSED, opinion, signBy, passedOn);
  }

  AwardView passedOn(PassedOn to) {
    return with(state, opinion, signBy, Optional.of(to));
  }

  private AwardView with(
      State next, Optional<String> why, Optional<Instant> signUntil, Optional<PassedOn> to) {
    return new AwardView(
        trade,
        attempt,
        winner,
        paddle,
        offer,
        runnerUp,
        awardedAt,
        publicityEndsAt,
        next,
        why,
        signUntil,
        to);
  }

  /** The price, paid once. */
  public Money price() {
    return offer.price();
  }

  /** Why nobody gets the lot although it has an award. */
  public Optional<UnsoldCause> unsold() {
    return switch (state) {
      case PUBLISHED, APPROVED -> Optional.empty();
      case REFUSED -> Optional.of(UnsoldCause.AWARD_REFUSED);
      case LAPSED ->
          passedOn.filter(to -> to == PassedOn.NOBODY).map(to -> UnsoldCause.AWARD_LAPSED);
    };
  }

  /** How far an award is. */
  public enum State {
    /** Shown to the public; the centre has yet to decide. */
    PUBLISHED,
    /** Two persons of the centre have approved it. */
    APPROVED,
    /** The centre has refused it; nobody gets the lot. */
    REFUSED,
    /** The winner has lost it (R-POST-10). */
    LAPSED
  }

  /** Where a lot goes after a lapse. */
  public enum PassedOn {
    /** To the runner-up, as the next attempt. */
    RUNNER_UP,
    /** To nobody; it may be listed again. */
    NOBODY
  }
}
