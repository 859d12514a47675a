package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.flow.FollowUp.doneOr;
import static eco.exchange.flow.FollowUp.inOrder;
import static eco.exchange.flow.FollowUp.nothing;

import eco.exchange.bidding.application.Applications;
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
import eco.exchange.event.MarketEvent.ProjectPaymentAsked;
import eco.exchange.event.MarketEvent.ProjectProposed;
import eco.exchange.event.MarketEvent.ReceiptUnmatched;
import eco.exchange.event.MarketEvent.RevenueReceived;
import eco.exchange.event.MarketEvent.RevenueReported;
import eco.exchange.event.MarketEvent.RosterFiled;
import eco.exchange.event.MarketEvent.RosterFixed;
import eco.exchange.event.MarketEvent.RosterObjected;
import eco.exchange.event.MarketEvent.RosterReturned;
import eco.exchange.event.MarketEvent.TradeCertified;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.method.LotTerms;
import eco.exchange.rulebook.RuleEdition;
import eco.exchange.rulebook.Rulebook;
import eco.exchange.settlement.deposit.Deposits;
import eco.exchange.settlement.deposit.Forfeit;
import eco.exchange.settlement.price.Prices;
import eco.exchange.settlement.roster.RosterId;
import eco.exchange.workflow.NewCase;
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
  private final Contracts contracts;
  private final Deposits deposits;
  private final Prices prices;
  private final Workflow workflow;
  private final SharedIncomeFlow sharing;
  private final AwardLapse lapses;
  private final ContractSigning signing;
  private final AmendmentSigning amendments;
  private final RosterObjection objections;
  private final InstalmentDue instalments;
  private final RevenueYear years;
  private final Rulebook rulebook = Rulebook.published();

  MarketFlow(
      Listings listings,
      Applications applications,
      Bidding bidding,
      Contracts contracts,
      Deposits deposits,
      Prices prices,
      Workflow workflow,
      SharedIncomeFlow sharing,
      AwardLapse lapses,
      ContractSigning signing,
      AmendmentSigning amendments,
      RosterObjection objections,
      InstalmentDue instalments,
      RevenueYear years) {
    this.listings = listings;
    this.applications = applications;
    this.bidding = bidding;
    this.contracts = contracts;
    this.deposits = deposits;
    this.prices = prices;
    this.workflow = workflow;
    this.sharing = sharing;
    this.lapses = lapses;
    this.signing = signing;
    this.amendments = amendments;
    this.objections = objections;
    this.instalments = instalments;
    this.years = years;
  }

  /**
   * Does what follows an event. The procedures that approve an award or let it lapse go on by
   * themselves.
   */
  public Uni<Void> follow(MarketEvent event) {
    return switch (event) {
      case ListingSubmitted e -> workflow.begin(ListingReview.caseOf(e));
      case ListingReturned e -> nothing();
      case ListingDisclosed e -> done(bidding.schedule(e.trade(), e.transferor(), e.terms()));
      case BidderApplied e -> workflow.begin(BidderQualification.caseOf(e));
      case BidderQualified e -> qualified(e);
      case BidderRejected e -> nothing();
      case BidderWithdrew e -> withdrew(e);
      case DepositHeld e -> secured(e);
      case BidderAdmitted e -> nothing();
      case LotAwarded e -> awarded(e);
      case LotUnsold e -> unsold(e);
      case AwardApproved e -> nothing();
      case LapseProposed e -> workflow.begin(AwardLapse.caseOf(e));
      case AwardLapsed e -> lapsed(e);
      case ContractIssued e -> signing.begin(e);
      case ContractEffective e -> effective(e);
      case OfAmendment e -> amendments.follow(e);
      case GuaranteeAccepted e -> instalments.await(e.contract());
      case PriceSettled e -> settled(e);
      case TradeCertified e -> done(listings.certified(e.trade()));
      case RevenueReported e -> nothing();
      case RevenueReceived e -> received(e);
      case OfSharing e -> inOrder(() -> instalments.shared(e), () -> sharing.follow(e.contract()));
      case OfRoster e -> roster(e);
      case OfFund e -> workflow.begin(caseOf(e));
      case ReceiptUnmatched e -> workflow.begin(SettlementException.caseOf(e));
    };
  }

  private Uni<Void> qualified(BidderQualified event) {
    return edition(event.trade())
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
    return inOrder(
        () ->
            workflow.end(
                Procedure.BIDDER_QUALIFICATION,
                BidderQualification.keyOf(event.application()),
                "申请已撤回"),
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
        () -> workflow.begin(AwardApproval.caseOf(event)));
  }

  private Uni<Void> lapsed(AwardLapsed event) {
    ContractId contract = new ContractId(event.trade(), event.attempt());
    String approval = AwardApproval.keyOf(event.trade(), event.attempt());
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

  // The winner's deposit is price now, and the runner-up's is needed no longer.
  private Uni<Void> effective(ContractEffective event) {
    return inOrder(
        () ->
            edition(event.trade())
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

  // What has come in is no longer waited for, and is looked at by two before it is shared.
  private Uni<Void> received(RevenueReceived event) {
    return inOrder(
        () -> years.end(event),
        () -> workflow.begin(RevenueDistribution.caseOf(event)),
        () -> years.await(event.contract()));
  }

  private Uni<Void> roster(OfRoster event) {
    return switch (event) {
      case RosterFiled e -> workflow.begin(RosterApproval.caseOf(e));
      case RosterObjected e -> objections.begin(e);
      case RosterReturned e -> returned(new RosterId(e.contract(), e.payee(), e.version()));
      case RosterFixed e -> sharing.allot(e.contract());
    };
  }

  // With the roster go all that was to be decided about it.
  private Uni<Void> returned(RosterId roster) {
    return inOrder(
        () -> workflow.end(Procedure.ROSTER_APPROVAL, roster.text(), "名册已退回"),
        () -> objections.end(roster, "名册已退回"));
  }

  private static NewCase caseOf(OfFund event) {
    return switch (event) {
      case ProjectProposed e -> ErosionProject.caseOf(e);
      case ProjectPaymentAsked e -> ProjectPayment.caseOf(e);
    };
  }

  // The edition of the rules under which a trade was published: its periods are the trade's.
  private Uni<RuleEdition> edition(TradeId trade) {
    return listings
        .listing(trade)
        .map(listing -> listing.flatMap(it -> it.lotTerms()).map(LotTerms::ruleEdition))
        .map(edition -> rulebook.edition(edition.orElseThrow()));
  }
}
