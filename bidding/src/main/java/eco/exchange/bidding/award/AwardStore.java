package eco.exchange.bidding.award;

import eco.exchange.event.MarketEvent;
import eco.exchange.market.AccountId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/**
 * Awards, the first of which comes into being with the closing of its lot. A writer names what it
 * has judged; false says that it was no longer so, nothing was written, and it must judge again.
 */
public interface AwardStore {

  /**
   * A decision about an award.
   *
   * @param award the award as decided
   * @param reviewedBy who reviewed it, if it was approved
   * @param decidedBy who approved or refused it
   * @param decidedAt when
   */
  record AwardReview(
      AwardView award, Optional<AccountId> reviewedBy, AccountId decidedBy, Instant decidedAt) {}

  /**
   * A lapsed award on its way to the next.
   *
   * @param lapsed the lapsed award, with where it has gone
   * @param next the award of the runner-up, if it goes there
   * @param at when
   */
  record PassingOn(AwardView lapsed, Optional<AwardView> next, Instant at) {}

  /** The latest award of a lot. */
  Uni<Optional<AwardView>> award(TradeId trade);

  /** The award of an attempt. */
  Uni<Optional<AwardView>> award(TradeId trade, int attempt);

  /** The latest proposal that an award lapses. */
  Uni<Optional<LapseView>> lapse(TradeId trade, int attempt);

  /** Decides an award that is still undecided. */
  Uni<Boolean> decide(AwardReview decision, MarketEvent event);

  /** Adds a proposal to an award that stands and has none that is open. */
  Uni<Boolean> propose(LapseView lapse, MarketEvent event);

  /** Confirms a proposal that is open, with its award. */
  Uni<Boolean> lapse(LapseView confirmed, MarketEvent event);

  /** Dismisses a proposal that is open. */
  Uni<Boolean> dismiss(LapseView dismissed);

  /** Passes on a lapsed award that was not passed on. */
  Uni<Boolean> passOn(PassingOn passing, MarketEvent event);
}
