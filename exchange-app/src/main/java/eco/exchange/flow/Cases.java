package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.AWARD_APPROVAL;
import static eco.exchange.workflow.Procedure.AWARD_LAPSE;
import static eco.exchange.workflow.Procedure.BIDDER_QUALIFICATION;
import static eco.exchange.workflow.Procedure.CONTRACT_SIGNING;
import static eco.exchange.workflow.Procedure.LISTING_REVIEW;
import static eco.exchange.workflow.Procedure.SETTLEMENT_EXCEPTION;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.bidding.award.AwardView;
import eco.exchange.event.MarketEvent.BidderApplied;
import eco.exchange.event.MarketEvent.ContractIssued;
import eco.exchange.event.MarketEvent.LapseProposed;
import eco.exchange.event.MarketEvent.ListingSubmitted;
import eco.exchange.event.MarketEvent.LotAwarded;
import eco.exchange.event.MarketEvent.ReceiptUnmatched;
import eco.exchange.market.TradeId;
import eco.exchange.workflow.NewCase;
import java.util.Map;

/** The procedures that events begin, with what they need to know; the models use these names. */
final class Cases {

  static final String APPLICATION = "application";
  static final String BIDDER = "bidder";
  static final String PUBLICITY_ENDS_AT = "publicityEndsAt";
  static final String ATTEMPT = "attempt";
  static final String SIGN_BY = "signBy";
  static final String CONTRACT = "contract";
  static final String TRANSFEROR = "transferor";
  static final String TRANSFEREE = "transferee";
  static final String RECEIPT = "receipt";
  static final String AMOUNT = "amount";
  static final String CAUSE = "cause";

  private Cases() {}

  /** Each round of a listing is reviewed anew. */
  static NewCase listingReview(ListingSubmitted event) {
    return new NewCase(
        LISTING_REVIEW,
        event.trade() + "/" + event.round(),
        Map.of(TRADE, event.trade().code(), SUBMITTED_BY, event.by().toString()));
  }

  /** Each application is examined by itself. */
  static NewCase bidderQualification(BidderApplied event) {
    return new NewCase(
        BIDDER_QUALIFICATION,
        event.application().toString(),
        Map.of(
            TRADE, event.trade().code(),
            APPLICATION, event.application().toString(),
            BIDDER, event.bidder().toString(),
            SUBMITTED_BY, event.by().toString()));
  }

  /** The timer of the model waits for the end of the publicity. */
  static NewCase awardApproval(LotAwarded event) {
    return new NewCase(
        AWARD_APPROVAL,
        awardApprovalOf(event.trade(), event.attempt()),
        Map.of(
            TRADE, event.trade().code(),
            ATTEMPT, Integer.toString(event.attempt()),
            PUBLICITY_ENDS_AT, event.publicityEndsAt().toString()));
  }

  /** The first award of a lot is named by its trade alone. */
  static String awardApprovalOf(TradeId trade, int attempt) {
    return attempt == 1 ? trade.code() : trade + "/" + attempt;
  }

  /** Each proposal is decided by itself; another may follow one that was dismissed. */
  static NewCase awardLapse(LapseProposed event) {
    return new NewCase(
        AWARD_LAPSE,
        "%s/%d/%d".formatted(event.trade(), event.attempt(), event.number()),
        Map.of(
            TRADE, event.trade().code(),
            ATTEMPT, Integer.toString(event.attempt()),
            CAUSE, event.cause(),
            SUBMITTED_BY, event.by().toString()));
  }

  /** Each contract is signed by its two parties, and an officer is told when they are late. */
  static NewCase contractSigning(ContractIssued event, AwardView award) {
    return new NewCase(
        CONTRACT_SIGNING,
        event.contract().number(),
        Map.of(
            TRADE, event.trade().code(),
            CONTRACT, event.contract().number(),
            SIGN_BY, award.signBy().orElse(award.publicityEndsAt()).toString(),
            TRANSFEROR, event.transferor().toString(),
            TRANSFEREE, event.transferee().toString()));
  }

  /** Each stray receipt is decided by itself. */
  static NewCase settlementException(ReceiptUnmatched event) {
    return new NewCase(
        SETTLEMENT_EXCEPTION,
        event.receipt(),
        Map.of(RECEIPT, event.receipt(), AMOUNT, event.amount().decimal(), CAUSE, event.cause()));
  }
}
