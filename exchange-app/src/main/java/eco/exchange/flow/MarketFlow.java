package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.flow.FollowUp.doneOr;
import static eco.exchange.flow.FollowUp.inOrder;
import static eco.exchange.flow.FollowUp.nothing;

import eco.exchange.bidding.application.Applications;
import eco.exchange.bidding.award.AwardView;
import eco.exchange.bidding.award.Awards;
import eco.exchange.bidding.desk.Bidding;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.event.MarketEvent;
import eco.exchange.event.MarketEvent.AwardApproved;
import eco.exchange.event.MarketEvent.AwardLapsed;
import eco.exchange.event.MarketEvent.BidderAdmitted;
import eco.exchange.event.MarketEvent.BidderApplied;
import eco.exchange.event.MarketEvent.BidderQualified;
import eco.exchange.event.MarketEvent.BidderRejected;
import eco.exchange.event.MarketEvent.BidderWithdrew;
import eco.exchange.event.MarketEvent.ContractEffective;
import eco.exchange.event.MarketEvent.ContractIssued;
import eco.exchange.event.MarketEvent.DepositHeld;
import eco.exchange.event.MarketEvent.GuaranteeAccepted;
import eco.exchange.event.MarketEvent.LapseProposed;
import eco.exchange.event.MarketEvent.ListingDisclosed;
import eco.exchange.event.MarketEvent.ListingReturned;
import eco.exchange.event.MarketEvent.ListingSubmitted;
import eco.exchange.event.MarketEvent.LotAwarded;
import eco.exchange.event.MarketEvent.LotUnsold;
import eco.exchange.event.MarketEvent.OfAmendment;
import eco.exchange.event.MarketEvent.OfFund;
import eco.exchange.event.MarketEvent.OfRoster;
import eco.exchange.event.MarketEvent.OfSharing;
import eco.exchange.event.MarketEvent.PriceSettled;
import eco.exchange.event.MarketEvent.ReceiptUnmatched;
import eco.exchange.event.MarketEvent.RevenueReceived;
import eco.exchange.event.MarketEvent.RevenueReported;
import eco.exchange.event.MarketEvent.TradeCertified;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.DepositDoor;
import eco.exchange.settlement.Forfeit;
import eco.exchange.settlement.Prices;
import eco.exchange.workflow.Procedure;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
  private final Applications applications;
  private final Bidding bidding;
  private final Awards awards;
  private final Contracts contracts;
  private final DepositDoor deposits;
  private final Prices prices;
  private final SharedIncomeFlow sharing;
  private final Workflow workflow;
  private final AwardLapse lapses;
  private final RosterApproval villages;
  private final TradeEditions periods;
  private final ErosionProject works;
  private final InstalmentDue due;
  private final RevenueDistribution years;
  private final AmendmentSigning versions;

  MarketFlow(
      Listings listings,
      Applications applications,
      Bidding bidding,
      Awards awards,
      Contracts contracts,
      DepositDoor deposits,
      Prices prices,
      SharedIncomeFlow sharing,
      Workflow workflow,
      AwardLapse lapses,
      RosterApproval villages,
      TradeEditions periods,
      ErosionProject works,
      InstalmentDue due,
      RevenueDistribution years,
      AmendmentSigning versions) {
    this.listings = listings;
    this.applications = applications;
    this.bidding = bidding;
    this.awards = awards;
    this.contracts = contracts;
    this.deposits = deposits;
    this.prices = prices;
    this.sharing = sharing;
    this.workflow = workflow;
    this.lapses = lapses;
    this.villages = villages;
    this.periods = periods;
    this.works = works;
    this.due = due;
    this.years = years;
    this.versions = versions;
  }

  /**
   * Does what follows an event. The procedures that approve an award or let it lapse go on by
   * themselves.
   */
  public Uni<Void> follow(MarketEvent event) {
    return switch (event) {
      case ListingSubmitted e -> workflow.begin(Cases.listingReview(e));
      case ListingReturned e -> nothing();
      case ListingDisclosed e -> done(bidding.schedule(e.trade(), e.transferor(), e.terms()));
      case BidderApplied e -> workflow.begin(Cases.bidderQualification(e));
      case BidderQualified e -> qualified(e);
      case BidderRejected e -> nothing();
      case BidderWithdrew e -> withdrew(e);
      case DepositHeld e -> secured(e);
      case BidderAdmitted e -> nothing();
      case LotAwarded e -> awarded(e);
      case LotUnsold e -> unsold(e);
      case AwardApproved e -> nothing();
      case LapseProposed e -> workflow.begin(Cases.awardLapse(e));
      case AwardLapsed e -> lapsed(e);
      case ContractIssued e -> issued(e);
      case ContractEffective e -> effective(e);
      case OfAmendment e -> versions.follow(e);
      case GuaranteeAccepted e -> due.await(e.contract());
      case PriceSettled e -> settled(e);
      case TradeCertified e -> done(listings.certified(e.trade()));
      case RevenueReported e -> nothing();
      case RevenueReceived e -> years.received(e);
      case OfSharing e -> inOrder(() -> due.shared(e), () -> sharing.follow(e.contract()));
      case OfRoster e -> villages.follow(e);
      case OfFund e -> works.follow(e);
      case ReceiptUnmatched e -> workflow.begin(Cases.settlementException(e));
    };
  }

  private Uni<Void> qualified(BidderQualified event) {
    return periods
        .of(event.trade())
        .chain(
            edition ->
                done(
                    deposits.expect(
                        event.trade(),
                        event.bidder(),
                        event.deposit(),
                        event.depositDueAt(),
                        edition.depositReturnWorkingDays())));
  }

  private Uni<Void> withdrew(BidderWithdrew event) {
    String application = event.application().toString();
    return inOrder(
        () -> workflow.end(Procedure.BIDDER_QUALIFICATION, application, "申请已撤回"),
        () -> deposit(event.trade(), event.bidder(), Optional.empty()));
  }

  // Who is not let in has the deposit back: it came too late, or something has come to light.
  private Uni<Void> secured(DepositHeld event) {
    return doneOr(
        applications.admit(event.trade(), event.bidder()),
        () -> deposit(event.trade(), event.bidder(), Optional.empty()),
        BiddingRefusal.BANNED,
        BiddingRefusal.CONFLICT_OF_INTEREST,
        BiddingRefusal.APPLICATION_WITHDRAWN,
        BiddingRefusal.LOT_CLOSED);
  }

  private Uni<Void> deposit(TradeId trade, PartyId bidder, Optional<Forfeit> lost) {
    return done(deposits.release(trade, bidder, lost));
  }

  private Uni<Void> awarded(LotAwarded event) {
    Set<PartyId> needed =
        Stream.concat(Stream.of(event.winner()), event.runnerUp().stream())
            .collect(Collectors.toSet());
    return inOrder(
        () -> done(deposits.releaseAllBut(event.trade(), needed)),
        () -> done(listings.awarded(event.trade(), event.winner(), event.offer().price())),
        () -> workflow.begin(Cases.awardApproval(event)));
  }

  private Uni<Void> lapsed(AwardLapsed event) {
    ContractId contract = new ContractId(event.trade(), event.attempt());
    String approval = Cases.awardApprovalOf(event.trade(), event.attempt());
    return inOrder(
        () -> workflow.end(Procedure.AWARD_APPROVAL, approval, "成交已失效"),
        () -> workflow.end(Procedure.CONTRACT_SIGNING, contract.number(), "成交已失效"),
        () ->
            event.forfeits()
                ? lapses
                    .forfeit(event.trade())
                    .chain(lost -> deposit(event.trade(), event.winner(), Optional.of(lost)))
                : deposit(event.trade(), event.winner(), Optional.empty()));
  }

  // A contract may have been drawn while its award lapsed; then nobody is asked to sign it.
  private Uni<Void> issued(ContractIssued event) {
    int attempt = event.contract().version();
    return awards
        .award(event.trade(), attempt)
        .map(Optional::orElseThrow)
        .chain(
            award ->
                award.state() == AwardView.State.LAPSED
                    ? done(contracts.annul(event.contract(), Optional.empty()))
                    : workflow.begin(Cases.contractSigning(event, award)));
  }

  // The winner's deposit is price now, and the runner-up's is needed no longer.
  private Uni<Void> effective(ContractEffective event) {
    return inOrder(
        () ->
            periods
                .of(event.trade())
                .chain(
                    edition ->
                        contracts
                            .sealed(event.contract())
                            .chain(paper -> done(prices.open(paper, edition.priceWorkingDays())))),
        () -> done(deposits.releaseAllBut(event.trade(), Set.of())));
  }

  private Uni<Void> settled(PriceSettled event) {
    return inOrder(
        () -> done(contracts.certify(event.contract(), event.price())),
        () -> sharing.follow(event.contract()),
        () -> years.await(event.contract()));
  }

  private Uni<Void> unsold(LotUnsold event) {
    return inOrder(
        () -> done(deposits.releaseAllBut(event.trade(), Set.of())),
        () -> done(listings.unsold(event.trade(), event.cause())));
  }
}
