package eco.exchange.event;

import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Occasion;

/** The events of a penalty for money that came late. */
public sealed interface PenaltyEvent extends MarketEvent.OfContract {

  /** The penalty for a year's revenue or an instalment that came late is in, and is shared. */
  record PenaltyShared(TradeId trade, ContractId contract, Occasion occasion, Money penalty)
      implements PenaltyEvent {}
}
