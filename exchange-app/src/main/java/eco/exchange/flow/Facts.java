package eco.exchange.flow;

import static eco.exchange.workflow.Progress.SUBMITTED_BY;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.event.MarketEvent.BidderApplied;
import eco.exchange.event.MarketEvent.ContractIssued;
import eco.exchange.event.MarketEvent.ListingSubmitted;
import eco.exchange.event.MarketEvent.LotAwarded;
import eco.exchange.event.MarketEvent.ReceiptUnmatched;
import java.util.Map;

/** What the procedures that events begin need to know; the models use these names. */
final class Facts {

  static final String APPLICATION = "application";
  static final String CONTRACT = "contract";
  static final String TRANSFEROR = "transferor";
  static final String TRANSFEREE = "transferee";
  static final String RECEIPT = "receipt";

  private static final String BIDDER = "bidder";
  private static final String PUBLICITY_ENDS_AT = "publicityEndsAt";
  private static final String AMOUNT = "amount";
  private static final String CAUSE = "cause";

  private Facts() {}

  static Map<String, String> of(ListingSubmitted event) {
    return Map.of(TRADE, event.trade().code(), SUBMITTED_BY, event.by().toString());
  }

  static Map<String, String> of(BidderApplied event) {
    return Map.of(
        TRADE, event.trade().code(),
        APPLICATION, event.application().toString(),
        BIDDER, event.bidder().toString(),
        SUBMITTED_BY, event.by().toString());
  }

  static Map<String, String> of(LotAwarded event) {
    return Map.of(
        TRADE, event.trade().code(), PUBLICITY_ENDS_AT, event.publicityEndsAt().toString());
  }

  static Map<String, String> of(ContractIssued event) {
    return Map.of(
        TRADE, event.trade().code(),
        CONTRACT, event.contract().number(),
        TRANSFEROR, event.transferor().toString(),
        TRANSFEREE, event.transferee().toString());
  }

  static Map<String, String> of(ReceiptUnmatched event) {
    return Map.of(
        RECEIPT, event.receipt(), AMOUNT, event.amount().decimal(), CAUSE, event.cause());
  }
}
