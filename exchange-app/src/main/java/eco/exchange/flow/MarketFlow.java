package eco.exchange.flow;

import static eco.exchange.flow.Following.done;
import static eco.exchange.flow.Following.inOrder;
import static eco.exchange.flow.Following.nothing;

import eco.exchange.bidding.Bidding;
import eco.exchange.bidding.BiddingRefusal;
import eco.exchange.contracts.Contracts;
import eco.exchange.event.MarketEvent;
import eco.exchange.event.MarketEvent.AwardApproved;
import eco.exchange.event.MarketEvent.BidderAdmitted;
import eco.exchange.event.MarketEvent.BidderApplied;
import eco.exchange.event.MarketEvent.BidderQualified;
import eco.exchange.event.MarketEvent.BidderRejected;
import eco.exchange.event.MarketEvent.ContractEffective;
import eco.exchange.event.MarketEvent.ContractIssued;
import eco.exchange.event.MarketEvent.DepositHeld;
import eco.exchange.event.MarketEvent.ListingDisclosed;
import eco.exchange.event.MarketEvent.ListingReturned;
import eco.exchange.event.MarketEvent.ListingSubmitted;
import eco.exchange.event.MarketEvent.LotAwarded;
import eco.exchange.event.MarketEvent.LotUnsold;
import eco.exchange.event.MarketEvent.PriceSettled;
import eco.exchange.event.MarketEvent.ReceiptUnmatched;
import eco.exchange.event.MarketEvent.RevenueDistributed;
import eco.exchange.event.MarketEvent.RevenueReceived;
import eco.exchange.event.MarketEvent.RevenueReported;
import eco.exchange.event.MarketEvent.TradeCertified;
import eco.exchange.listing.Listings;
import eco.exchange.settlement.Settlement;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * What follows each event: the exchange on one page.
 *
 * <p>An event may be told twice; every door knows what it has done before. A door that refuses what
 * must follow makes the event fail, so that it is logged and tried again: that is our own mistake
 * and nobody else's.
 */
@ApplicationScoped
public class MarketFlow {

  private final Listings listings;
  private final Bidding bidding;
  private final Contracts contracts;
  private final Settlement settlement;
  private final Workflow workflow;

  MarketFlow(
      Listings listings,
      Bidding bidding,
      Contracts contracts,
      Settlement settlement,
      Workflow workflow) {
    this.listings = listings;
    this.bidding = bidding;
    this.contracts = contracts;
    this.settlement = settlement;
    this.workflow = workflow;
  }

  /** Does what follows an event. */
  public Uni<Void> follow(MarketEvent event) {
    return switch (event) {
      case ListingSubmitted e -> workflow.begin(Cases.listingReview(e));
      case ListingReturned e -> nothing();
      case ListingDisclosed e -> done(bidding.schedule(e.trade(), e.transferor(), e.terms()));
      case BidderApplied e -> workflow.begin(Cases.bidderQualification(e));
      case BidderQualified e ->
          done(settlement.expectDeposit(e.trade(), e.bidder(), e.deposit(), e.depositDueAt()));
      case BidderRejected e -> nothing();
      // A deposit assigned by hand may come after the hammer; then it has been released instead.
      case DepositHeld e -> done(bidding.admit(e.trade(), e.bidder()), BiddingRefusal.LOT_CLOSED);
      case BidderAdmitted e -> nothing();
      case LotAwarded e -> awarded(e);
      case LotUnsold e -> unsold(e);
      // The procedure that has approved the award goes on by itself, and draws the contract.
      case AwardApproved e -> nothing();
      case ContractIssued e -> workflow.begin(Cases.contractSigning(e));
      case ContractEffective e ->
          contracts.sealed(e.contract()).chain(paper -> done(settlement.open(paper)));
      case PriceSettled e -> done(contracts.certify(e.contract(), e.price()));
      case TradeCertified e -> done(listings.certified(e.trade()));
      case RevenueReported e -> nothing();
      case RevenueReceived e -> done(settlement.distribute(e.contract(), e.year()));
      case RevenueDistributed e -> nothing();
      case ReceiptUnmatched e -> workflow.begin(Cases.settlementException(e));
    };
  }

  private Uni<Void> awarded(LotAwarded event) {
    return inOrder(
        () -> done(settlement.releaseDeposits(event.trade(), Optional.of(event.winner()))),
        () -> done(listings.awarded(event.trade(), event.winner(), event.offer().price())),
        () -> workflow.begin(Cases.awardApproval(event)));
  }

  private Uni<Void> unsold(LotUnsold event) {
    return inOrder(
        () -> done(settlement.releaseDeposits(event.trade(), Optional.empty())),
        () -> done(listings.unsold(event.trade(), event.cause())));
  }
}
