package eco.exchange.event;

import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;

/** The events of the price of a contract, paid at once or in instalments. */
public sealed interface PriceEvent extends MarketEvent.OfContract {

  /** The transferor has accepted a guarantee for the instalments after the first. */
  record GuaranteeAccepted(TradeId trade, ContractId contract) implements PriceEvent {}

  /** An instalment of the price has come in, with its interest, and is shared. */
  record InstalmentShared(TradeId trade, ContractId contract, int number, Money amount)
      implements PriceEvent {}

  /**
   * The price is paid as agreed and shared by the contract's clauses: whole, or where it is paid in
   * instalments the first, with a guarantee for the others.
   */
  record PriceSettled(TradeId trade, ContractId contract, Money price) implements PriceEvent {}
}
