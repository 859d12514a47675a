package eco.exchange.event;

import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;

/** The events of a listing: its review and its disclosure. */
public sealed interface ListingEvent extends MarketEvent.OfTrade {

  /** The transferor has handed in a complete listing for review. */
  record ListingSubmitted(TradeId trade, PartyId transferor, AccountId by, int round)
      implements ListingEvent {}

  /** The centre has sent the listing back; the transferor may mend it and submit again. */
  record ListingReturned(TradeId trade, String opinion) implements ListingEvent {}

  /** The listing is public; its terms are frozen. */
  record ListingDisclosed(TradeId trade, PartyId transferor, LotTerms terms)
      implements ListingEvent {}
}
