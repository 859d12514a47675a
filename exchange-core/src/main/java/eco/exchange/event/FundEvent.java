package eco.exchange.event;

import eco.exchange.market.AccountId;
import eco.exchange.market.PartyId;

/** The events of the projects of a reinvestment fund. */
public sealed interface FundEvent extends MarketEvent {

  /** The number of the fund. */
  String fund();

  @Override
  default String story() {
    return "fund/" + fund();
  }

  /** Somebody has proposed a work of erosion control; a fund counts its projects from 1. */
  record ProjectProposed(String fund, int project, AccountId by, PartyId proposer)
      implements FundEvent {}

  /** Somebody asks for a payment of an approved project, which counts them from 1. */
  record ProjectPaymentAsked(String fund, int project, int payment, AccountId by)
      implements FundEvent {}
}
