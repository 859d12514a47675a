package eco.exchange.event;

import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import java.time.LocalDate;

/** The events of an amendment of a contract in effect. */
public sealed interface AmendmentEvent extends MarketEvent.OfContract {

  /** The number of the amendment. */
  ContractId amendment();

  /**
   * An amendment of a contract is drawn up and waits for signatures.
   *
   * @param contract the contract that was first concluded
   * @param amendment the number of the amendment
   * @param from the day from which it would apply
   */
  record AmendmentDrawn(
      TradeId trade,
      ContractId contract,
      ContractId amendment,
      PartyId transferor,
      PartyId transferee,
      LocalDate from)
      implements AmendmentEvent {}

  /** An amendment was given up before both had signed. */
  record AmendmentWithdrawn(TradeId trade, ContractId contract, ContractId amendment)
      implements AmendmentEvent {}

  /** Both have signed an amendment and the centre has sealed it: it will be paid by. */
  record ContractAmended(
      TradeId trade, ContractId contract, ContractId amendment, String termsHash, LocalDate from)
      implements AmendmentEvent {}
}
