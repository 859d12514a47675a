package eco.exchange.flow;

import static eco.exchange.flow.FollowUp.done;
import static eco.exchange.workflow.Procedure.EROSION_PROJECT;
import static eco.exchange.workflow.Procedure.PROJECT_PAYMENT;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;

import eco.exchange.event.MarketEvent.OfFund;
import eco.exchange.event.MarketEvent.ProjectPaymentAsked;
import eco.exchange.event.MarketEvent.ProjectProposed;
import eco.exchange.listing.offer.ListingView;
import eco.exchange.listing.offer.Listings;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.fund.FundId;
import eco.exchange.settlement.fund.Funds;
import eco.exchange.settlement.fund.ProjectId;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The procedures of the reinvestment funds: what begins them, and the steps of their models. */
@ApplicationScoped
class ErosionProject {

  private static final String FUND = "fund";
  private static final String PROJECT = "project";
  private static final String PAYMENT = "payment";
  private static final String PROPOSER = "proposer";
  private static final int NO_NUMBER = -1;

  private final Funds funds;
  private final Listings listings;
  private final Workflow workflow;

  ErosionProject(Funds funds, Listings listings, Workflow workflow) {
    this.funds = funds;
    this.listings = listings;
    this.workflow = workflow;
  }

  /** Does what follows an event in the story of a fund. */
  Uni<Void> follow(OfFund event) {
    return switch (event) {
      case ProjectProposed e -> proposed(e);
      case ProjectPaymentAsked e -> asked(e);
    };
  }

  /** Moves what a contract has given back to its watershed into that watershed's fund. */
  Uni<Void> gather(ContractId contract) {
    return listings
        .listing(contract.trade())
        .map(found -> found.map(ListingView::product).orElseThrow())
        .chain(product -> done(funds.gather(contract, product.region(), product.watershed())));
  }

  private Uni<Void> proposed(ProjectProposed event) {
    ProjectId project = new ProjectId(FundId.parse(event.fund()), event.project());
    return workflow.begin(
        new NewCase(
            EROSION_PROJECT,
            project.toString(),
            Map.of(
                FUND, event.fund(),
                PROJECT, Integer.toString(event.project()),
                PROPOSER, event.proposer().toString(),
                SUBMITTED_BY, event.by().toString())));
  }

  private Uni<Void> asked(ProjectPaymentAsked event) {
    ProjectId project = new ProjectId(FundId.parse(event.fund()), event.project());
    return workflow.begin(
        new NewCase(
            PROJECT_PAYMENT,
            project + "/" + event.payment(),
            Map.of(
                FUND, event.fund(),
                PROJECT, Integer.toString(event.project()),
                PAYMENT, Integer.toString(event.payment()),
                SUBMITTED_BY, event.by().toString())));
  }

  /** The steps of the models of funds. */
  Map<String, ServiceTask> steps() {
    return Map.of(
        "approveProject",
        p ->
            funds.approve(
                project(p), why(p), p.deciderOf("reviewProject"), p.deciderOf(p.lastAct())),
        "refuseProject",
        p -> funds.refuse(project(p), why(p), p.deciderOf(p.lastAct())),
        "completeProject",
        p ->
            funds.complete(
                project(p),
                number(p.facts().getOrDefault("erosion", "")),
                p.facts().getOrDefault("evidence", ""),
                p.deciderOf("reportCompletion"),
                p.deciderOf("acceptCompletion")),
        "payProject",
        p ->
            funds.pay(
                project(p),
                payment(p),
                why(p),
                p.deciderOf("reviewPayment"),
                p.deciderOf(p.lastAct())),
        "refusePayment",
        p -> funds.refusePayment(project(p), payment(p), why(p), p.deciderOf(p.lastAct())));
  }

  private static ProjectId project(Progress progress) {
    return new ProjectId(
        FundId.parse(progress.fact(FUND)), Integer.parseInt(progress.fact(PROJECT)));
  }

  private static int payment(Progress progress) {
    return Integer.parseInt(progress.fact(PAYMENT));
  }

  // What is no number is an erosion that cannot be, so that who reports it is told.
  private static int number(String text) {
    return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : NO_NUMBER;
  }

  private static String why(Progress progress) {
    return progress.opinionOf(progress.lastAct());
  }
}
