package eco.exchange.event;

import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;

/** The events of a contract, from the first paper to the certificate. */
public sealed interface ContractEvent extends MarketEvent.OfContract {

  /** The contract is drawn up and waits for signatures. */
  record ContractIssued(TradeId trade, ContractId contract, PartyId transferor, PartyId transferee)
      implements ContractEvent {}

  /** Both parties have signed and the centre has sealed: the clauses are in force. */
  record ContractEffective(TradeId trade, ContractId contract, String termsHash)
      implements ContractEvent {}

  /** The transaction certificate (交易凭证) is issued. */
  record TradeCertified(TradeId trade, ContractId contract, String certificate)
      implements ContractEvent {}
}
