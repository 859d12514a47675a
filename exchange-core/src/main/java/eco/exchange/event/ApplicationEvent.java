package eco.exchange.event;

import eco.exchange.market.AccountId;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import java.time.Instant;

/** The events of an application to bid, until the bidder has a paddle. */
public sealed interface ApplicationEvent extends MarketEvent.OfTrade {

  /** Somebody has applied to bid, with papers. */
  record BidderApplied(TradeId trade, ApplicationId application, PartyId bidder, AccountId by)
      implements ApplicationEvent {}

  /** The applicant meets the conditions; now the deposit is awaited. */
  record BidderQualified(
      TradeId trade, ApplicationId application, PartyId bidder, Money deposit, Instant depositDueAt)
      implements ApplicationEvent {}

  /** The applicant does not meet the published conditions. */
  record BidderRejected(TradeId trade, ApplicationId application, PartyId bidder, String opinion)
      implements ApplicationEvent {}

  /** The applicant has withdrawn while applications were still taken; the deposit goes back. */
  record BidderWithdrew(TradeId trade, ApplicationId application, PartyId bidder)
      implements ApplicationEvent {}

  /** The bidder has a paddle and may bid. */
  record BidderAdmitted(TradeId trade, PartyId bidder, String paddle) implements ApplicationEvent {}
}
