package eco.exchange.event;

import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;

/** The events of a year's revenue: it is reported, received and shared. */
public sealed interface RevenueEvent extends MarketEvent.OfContract {

  /** The operator has told a year's revenue. */
  record RevenueReported(TradeId trade, ContractId contract, int year, Money revenue)
      implements RevenueEvent {}

  /** The reported revenue has come in, in full. */
  record RevenueReceived(TradeId trade, ContractId contract, int year, Money revenue)
      implements RevenueEvent {}

  /** A year's revenue is shared by the contract's clauses, and each payee has a statement. */
  record RevenueDistributed(TradeId trade, ContractId contract, int year, Money revenue)
      implements RevenueEvent {}
}
