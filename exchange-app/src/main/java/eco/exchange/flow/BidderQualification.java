package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.flow.FollowUp.doneOr;
import static eco.exchange.flow.FollowUp.inOrder;
import static eco.exchange.flow.FollowUp.nothing;
import static eco.exchange.workflow.Procedure.BIDDER_QUALIFICATION;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;
import static eco.exchange.workflow.Progress.TRADE;

import eco.exchange.bidding.application.Applications;
import eco.exchange.bidding.lot.BiddingRefusal;
import eco.exchange.event.ApplicationEvent;
import eco.exchange.event.ApplicationEvent.BidderAdmitted;
import eco.exchange.event.ApplicationEvent.BidderApplied;
import eco.exchange.event.ApplicationEvent.BidderQualified;
import eco.exchange.event.ApplicationEvent.BidderRejected;
import eco.exchange.event.ApplicationEvent.BidderWithdrew;
import eco.exchange.event.DepositEvent;
import eco.exchange.event.DepositEvent.DepositHeld;
import eco.exchange.event.DepositEvent.DepositTakenBack;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.ApplicationId;
import eco.exchange.market.PartyId;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.deposit.Deposits;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The examination of an applicant, each application by itself. */
@ApplicationScoped
class BidderQualification implements ServiceTaskTable.OfModel {

  private static final String APPLICATION = "application";
  private static final String BIDDER = "bidder";
  private static final String RANK = "rank";

  private final Applications applications;
  private final Listings listings;
  private final Deposits deposits;
  private final Workflow workflow;

  BidderQualification(
      Applications applications, Listings listings, Deposits deposits, Workflow workflow) {
    this.applications = applications;
    this.listings = listings;
    this.deposits = deposits;
    this.workflow = workflow;
  }

  /** Does what follows an event of an application. */
  Uni<Void> follow(ApplicationEvent event) {
    return switch (event) {
      case BidderApplied e -> workflow.begin(caseOf(e));
      case BidderQualified e -> expectDeposit(e);
      case BidderRejected e -> nothing();
      case BidderWithdrew e ->
          inOrder(
              () -> workflow.end(BIDDER_QUALIFICATION, e.application().toString(), "申请已撤回"),
              () -> giveBack(e.trade(), e.bidder()));
      case BidderAdmitted e -> nothing();
    };
  }

  private Uni<Void> expectDeposit(BidderQualified event) {
    return listings
        .edition(event.trade())
        .map(Optional::orElseThrow)
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

  /** Does what follows an event of a deposit. */
  Uni<Void> follow(DepositEvent event) {
    return switch (event) {
      case DepositHeld e -> admit(e);
      case DepositTakenBack e -> suspend(e);
    };
  }

  // Whoever pays anew is let in anew, under the same paddle.
  private Uni<Void> suspend(DepositTakenBack event) {
    return done(applications.suspend(event.trade(), event.bidder()));
  }

  /**
   * Lets in whoever has paid. Who is not let in has the deposit back: it came too late, or
   * something has come to light.
   */
  private Uni<Void> admit(DepositHeld event) {
    return doneOr(
        applications.admit(event.trade(), event.bidder()),
        () -> giveBack(event.trade(), event.bidder()),
        BiddingRefusal.BANNED,
        BiddingRefusal.CONFLICT_OF_INTEREST,
        BiddingRefusal.APPLICATION_WITHDRAWN,
        BiddingRefusal.LOT_CLOSED);
  }

  private Uni<Void> giveBack(TradeId trade, PartyId bidder) {
    return done(deposits.release(trade, bidder, Optional.empty()));
  }

  private static NewCase caseOf(BidderApplied event) {
    return new NewCase(
        BIDDER_QUALIFICATION,
        event.application().toString(),
        Map.of(
            TRADE, event.trade().code(),
            APPLICATION, event.application().toString(),
            BIDDER, event.bidder().toString(),
            SUBMITTED_BY, event.by().toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "qualify",
        p -> applications.qualify(application(p), p.lastOpinion(), rank(p), p.lastDecider()),
        "reject",
        p -> applications.reject(application(p), p.lastOpinion(), p.lastDecider()));
  }

  private static ApplicationId application(Progress progress) {
    return ApplicationId.parse(progress.fact(APPLICATION));
  }

  // What is no number is a rank that nobody has, so that the officer is told.
  private static Optional<Integer> rank(Progress progress) {
    return Optional.ofNullable(progress.facts().get(RANK))
        .filter(rank -> !rank.isBlank())
        .map(rank -> rank.matches("[1-9]") ? Integer.parseInt(rank) : 0);
  }
}
