package eco.exchange.flow;

import eco.exchange.event.MarketEvent.BidderApplied;
import eco.exchange.event.MarketEvent.ContractIssued;
import eco.exchange.event.MarketEvent.ListingSubmitted;
import eco.exchange.event.MarketEvent.LotAwarded;
import eco.exchange.event.MarketEvent.ReceiptUnmatched;

/** The business keys of the procedures that events begin: the same event, the same procedure. */
final class Cases {

  private Cases() {}

  /** Each round of a listing is reviewed anew. */
  static String of(ListingSubmitted event) {
    return event.trade() + "/" + event.round();
  }

  static String of(BidderApplied event) {
    return event.application().toString();
  }

  static String of(LotAwarded event) {
    return event.trade().code();
  }

  static String of(ContractIssued event) {
    return event.contract().number();
  }

  static String of(ReceiptUnmatched event) {
    return event.receipt();
  }
}
