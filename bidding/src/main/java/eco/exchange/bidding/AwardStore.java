package eco.exchange.bidding;

import eco.exchange.event.MarketEvent;
import eco.exchange.market.AccountId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Keeps awards, which come into being with the closing of their lot. */
interface AwardStore {

  /**
   * A decision about an award.
   *
   * @param award the award as decided
   * @param reviewedBy who reviewed it, if it was approved
   * @param decidedBy who approved or refused it
   * @param decidedAt when
   */
  record Decision(
      AwardView award, Optional<AccountId> reviewedBy, AccountId decidedBy, Instant decidedAt) {}

  /** The award of a lot. */
  Uni<Optional<AwardView>> award(TradeId trade);

  /** Decides an award that is still undecided; false if it is not, and nothing was written. */
  Uni<Boolean> decide(Decision decision, MarketEvent event);
}
