package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.flow.FollowUp.inOrder;
import static eco.exchange.flow.FollowUp.nothing;
import static eco.exchange.workflow.Procedure.SETTLEMENT_EXCEPTION;

import eco.exchange.contracts.contract.Contracts;
import eco.exchange.event.AmendmentEvent;
import eco.exchange.event.ApplicationEvent;
import eco.exchange.event.AwardEvent;
import eco.exchange.event.BankEvent;
import eco.exchange.event.CollectiveEvent;
import eco.exchange.event.ContractEvent;
import eco.exchange.event.DepositEvent;
import eco.exchange.event.FundEvent;
import eco.exchange.event.FundEvent.ProjectPaymentAsked;
import eco.exchange.event.FundEvent.ProjectProposed;
import eco.exchange.event.ListingEvent;
import eco.exchange.event.MarketEvent;
import eco.exchange.event.PenaltyEvent.PenaltyShared;
import eco.exchange.event.PriceEvent;
import eco.exchange.event.PriceEvent.GuaranteeAccepted;
import eco.exchange.event.PriceEvent.InstalmentShared;
import eco.exchange.event.PriceEvent.PriceSettled;
import eco.exchange.event.ReceiptEvent;
import eco.exchange.event.ReceiptEvent.ManualReceiptEntered;
import eco.exchange.event.ReceiptEvent.ReceiptCleared;
import eco.exchange.event.ReceiptEvent.ReceiptTakenBack;
import eco.exchange.event.ReceiptEvent.ReceiptUnmatched;
import eco.exchange.event.RevenueEvent;
import eco.exchange.event.RosterEvent;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The table of what follows each event: the exchange on one page.
 *
 * <p>A subject of events is followed by the class of the process to which they belong, with a line
 * for each event; where they belong to no single process, by a method here, or by {@link
 * SharedIncomeFlow} if they lead to income that is shared.
 *
 * <p>An event may be told twice; every door knows what it has done before. A door that refuses what
 * must follow makes the event fail, so that it is logged and tried again: that is our own mistake
 * and nobody else's.
 */
@ApplicationScoped
public class MarketFlow {

  private final ListingReview review;
  private final BidderQualification qualification;
  private final AwardApproval approval;
  private final ContractSigning signing;
  private final AmendmentSigning amendments;
  private final InstalmentDue instalments;
  private final RevenueYear years;
  private final CollectiveNaming collectives;
  private final RosterApproval rosters;
  private final SharedIncomeFlow sharing;
  private final ManualReceipt manual;
  private final BankExceptionHandling exceptions;
  private final Contracts contracts;
  private final Workflow workflow;

  MarketFlow(
      ListingReview review,
      BidderQualification qualification,
      AwardApproval approval,
      ContractSigning signing,
      AmendmentSigning amendments,
      InstalmentDue instalments,
      RevenueYear years,
      CollectiveNaming collectives,
      RosterApproval rosters,
      SharedIncomeFlow sharing,
      ManualReceipt manual,
      BankExceptionHandling exceptions,
      Contracts contracts,
      Workflow workflow) {
    this.review = review;
    this.qualification = qualification;
    this.approval = approval;
    this.signing = signing;
    this.amendments = amendments;
    this.instalments = instalments;
    this.years = years;
    this.collectives = collectives;
    this.rosters = rosters;
    this.sharing = sharing;
    this.manual = manual;
    this.exceptions = exceptions;
    this.contracts = contracts;
    this.workflow = workflow;
  }

  /** Does what follows an event. */
  public Uni<Void> follow(MarketEvent event) {
    return switch (event) {
      case ListingEvent e -> review.follow(e);
      case ApplicationEvent e -> qualification.follow(e);
      case DepositEvent e -> qualification.follow(e);
      case AwardEvent e -> approval.follow(e);
      case ContractEvent e -> signing.follow(e);
      case AmendmentEvent e -> amendments.follow(e);
      case PriceEvent e -> price(e);
      case RevenueEvent e -> years.follow(e);
      case PenaltyShared e -> sharing.follow(e.contract());
      case CollectiveEvent e -> collectives.follow(e);
      case RosterEvent e -> rosters.follow(e);
      case FundEvent e -> fund(e);
      case ReceiptEvent e -> receipt(e);
      case BankEvent e -> exceptions.follow(e);
    };
  }

  private Uni<Void> price(PriceEvent event) {
    return switch (event) {
      case GuaranteeAccepted e -> nothing();
      case InstalmentShared e ->
          inOrder(() -> instalments.end(e), () -> sharing.follow(e.contract()));
      case PriceSettled e ->
          inOrder(
              () -> done(contracts.certify(e.contract(), e.price())),
              () -> sharing.follow(e.contract()),
              () -> years.await(e.contract()));
    };
  }

  // What was taken back is an exception of the bank, which has its own event.
  private Uni<Void> receipt(ReceiptEvent event) {
    return switch (event) {
      case ManualReceiptEntered e -> manual.begin(e);
      case ReceiptUnmatched e -> workflow.begin(SettlementException.caseOf(e));
      case ReceiptTakenBack e -> workflow.end(SETTLEMENT_EXCEPTION, e.receipt(), "款项已被银行冲正");
      case ReceiptCleared e -> workflow.end(SETTLEMENT_EXCEPTION, e.receipt(), "银行已补充告知，无需处理");
    };
  }

  private Uni<Void> fund(FundEvent event) {
    return switch (event) {
      case ProjectProposed e -> workflow.begin(ErosionProject.caseOf(e));
      case ProjectPaymentAsked e -> workflow.begin(ProjectPayment.caseOf(e));
    };
  }
}
