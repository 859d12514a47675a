package eco.exchange.event;

import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;

/** What happens to a penalty for money that came late. */
public sealed interface PenaltyEvent extends MarketEvent.OfContract {

  /** The penalty for a year's revenue that came late has come in and is shared. */
  record PenaltyShared(TradeId trade, ContractId contract, int year, Money penalty)
      implements PenaltyEvent {}
}
