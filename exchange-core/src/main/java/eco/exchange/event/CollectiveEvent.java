package eco.exchange.event;

import eco.exchange.market.AccountId;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;

/** The events of a collective as a payee. */
public sealed interface CollectiveEvent extends MarketEvent.OfContract {

  /**
   * Somebody has named the collective that a payee is, or another one than before; it counts once
   * it is confirmed. The namings of a payee are counted from 1.
   */
  record CollectiveNamed(TradeId trade, ContractId contract, String payee, int number, AccountId by)
      implements CollectiveEvent {}
}
