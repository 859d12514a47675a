package eco.exchange.bidding.application;

import eco.exchange.bidding.lot.Lot;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.Page;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The stored applications and paddles. A writer names what it has judged; false says that it was no
 * longer so, nothing was written, and it must judge again.
 */
public interface ApplicationStore {

  /** The application with this identity, and the one of this party for this lot, if any. */
  Uni<List<ApplicationView>> earlier(ApplicationId id, TradeId trade, PartyId bidder);

  /** Adds an application to a lot that is still at the version given. */
  Uni<Boolean> add(ApplicationView application, Lot lot, MarketEvent event);

  /** Decides an application that is still undecided. */
  Uni<Boolean> decide(ApplicationView decided, MarketEvent event);

  /**
   * Withdraws an application for a lot that is still at the version given; a paddle that was given
   * out for it is taken back.
   */
  Uni<Boolean> withdraw(ApplicationView withdrawn, Lot lot, MarketEvent event);

  /** Gives out a paddle of a lot that is still at this version. */
  Uni<Boolean> admit(PaddleView paddle, long version, MarketEvent event);

  /** Suspends the paddle of a bidder of a lot that is still at this version, or lifts it. */
  Uni<Boolean> suspend(TradeId trade, PartyId bidder, boolean isSuspended, long version);

  /** An application. */
  Uni<Optional<ApplicationView>> application(ApplicationId id);

  /** A party's application for a lot. */
  Uni<Optional<ApplicationView>> applicationOf(TradeId trade, PartyId bidder);

  /** The applications for a lot that were neither rejected nor withdrawn, in their order. */
  Uni<List<ApplicationView>> standing(TradeId trade);

  /** The applications for a lot, in the order in which they came. */
  Uni<Page<ApplicationView>> ofTrade(TradeId trade, Optional<String> after, int limit);

  /** The applications of a party, in the order in which they came. */
  Uni<Page<ApplicationView>> ofBidder(PartyId bidder, Optional<String> after, int limit);

  /** A bidder's paddle. */
  Uni<Optional<PaddleView>> paddle(TradeId trade, PartyId bidder);
}
