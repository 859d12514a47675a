package eco.exchange.event;

import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;

/**
 * The events of the market, in one sealed type for each subject. Read downwards, the subjects are
 * the story of a trade.
 *
 * <p>An event is a fact in the past tense. A module writes its events in the transaction that makes
 * them true; they are handed on at least once, and in order within a story. An event is stored
 * under the simple name of its record, which no other subject may use.
 */
public sealed interface MarketEvent
    permits MarketEvent.OfTrade, BankEvent, FundEvent, ReceiptEvent {

  /**
   * The story to which it belongs: the trade code, or the number of a fund, a stray receipt, or an
   * exception of the bank.
   */
  String story();

  /** An event in the story of one trade. */
  sealed interface OfTrade extends MarketEvent
      permits ListingEvent, ApplicationEvent, DepositEvent, AwardEvent, OfContract {

    /** The trade. */
    TradeId trade();

    @Override
    default String story() {
      return trade().code();
    }
  }

  /** An event in the story of a contract, by the number under which it was first concluded. */
  sealed interface OfContract extends OfTrade
      permits ContractEvent,
          AmendmentEvent,
          PriceEvent,
          RevenueEvent,
          PenaltyEvent,
          CollectiveEvent,
          RosterEvent {

    /** The contract. */
    ContractId contract();
  }
}
