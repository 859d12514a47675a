package eco.exchange.event;

import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.sharing.Occasion;

/**
 * The events of a year's revenue: it is reported, received and shared, and supplemented; or
 * missing.
 */
public sealed interface RevenueEvent extends MarketEvent.OfContract {

  /** The operator has told a year's revenue. */
  record RevenueReported(TradeId trade, ContractId contract, int year, Money revenue)
      implements RevenueEvent {}

  /** The reported revenue has come in, in full. */
  record RevenueReceived(TradeId trade, ContractId contract, int year, Money revenue)
      implements RevenueEvent {}

  /** The operator is reminded of a year's revenue that has not come in. */
  record RevenueReminded(TradeId trade, ContractId contract, int year) implements RevenueEvent {}

  /** A year's revenue is shared by the contract's clauses, and each payee has a statement. */
  record RevenueDistributed(TradeId trade, ContractId contract, int year, Money revenue)
      implements RevenueEvent {}

  /** What was left out of a year's report is in, and is shared by the terms of that year. */
  record SupplementShared(TradeId trade, ContractId contract, Occasion occasion, Money revenue)
      implements RevenueEvent {}
}
