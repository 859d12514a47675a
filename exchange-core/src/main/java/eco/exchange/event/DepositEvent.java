package eco.exchange.event;

import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;

/** The events of a bidder's deposit. */
public sealed interface DepositEvent extends MarketEvent.OfTrade {

  /** The bidder's deposit has arrived in time and in full, and is held. */
  record DepositHeld(TradeId trade, PartyId bidder, Money deposit) implements DepositEvent {}

  /** The bank has taken back the deposit while it was held. */
  record DepositTakenBack(TradeId trade, PartyId bidder, Money deposit) implements DepositEvent {}
}
