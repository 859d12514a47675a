package eco.exchange.event;

import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.Offer;
import eco.exchange.money.Money;
import java.time.Instant;
import java.util.Optional;

/** The events of the award of a lot: its publicity, its approval, its lapse. */
public sealed interface AwardEvent extends MarketEvent.OfTrade {

  /**
   * Bidding is over and there is a winner; the award is public until the given time. The first
   * attempt is to the best of the ranking; after a lapse the next may be to the runner-up.
   */
  record LotAwarded(
      TradeId trade,
      int attempt,
      PartyId winner,
      String paddle,
      Offer offer,
      Optional<PartyId> runnerUp,
      Instant publicityEndsAt)
      implements AwardEvent {}

  /** Bidding is over, or the award was refused or has lapsed, and nobody gets the lot. */
  record LotUnsold(TradeId trade, String cause) implements AwardEvent {}

  /** Two persons of the centre have approved the award. */
  record AwardApproved(TradeId trade, PartyId winner, Money price) implements AwardEvent {}

  /**
   * Somebody holds that an award must lapse; signing waits until another person has decided. The
   * proposals of one award are counted from 1.
   */
  record LapseProposed(TradeId trade, int attempt, int number, String cause, AccountId by)
      implements AwardEvent {}

  /**
   * The winner has lost the award. What is to become of the lot is not decided yet.
   *
   * @param forfeits whether the deposit is lost with it (R-QUA-8)
   */
  record AwardLapsed(TradeId trade, int attempt, PartyId winner, String cause, boolean forfeits)
      implements AwardEvent {}
}
