package eco.exchange.web.settlement;

import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.distribution.DistributionView;
import eco.exchange.settlement.review.NoteSignal;
import eco.exchange.settlement.review.Reconciliation;
import eco.exchange.settlement.review.RevenueReview;
import eco.exchange.settlement.review.SignalKind;
import eco.exchange.settlement.review.SignalView;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A year's revenue before it is shared: independent signs, differences, and what it would give. */
@Path("/api/v1")
class RevenueReviewResource {

  private final Contracts contracts;
  private final RevenueReview review;
  private final CurrentActor caller;

  RevenueReviewResource(Contracts contracts, RevenueReview review, CurrentActor caller) {
    this.contracts = contracts;
    this.review = review;
    this.caller = caller;
  }

  /** The body of an independent sign. */
  record NewSignal(
      @Min(2000) @Max(2200) int year,
      SignalKind kind,
      Money low,
      Money high,
      @Size(max = 500) String evidence) {}

  /** Notes an independent sign of a year's revenue. */
  @POST
  @Path("trades/{trade}/revenue-signals")
  @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR})
  @Idempotent
  @ResponseStatus(201)
  public Uni<SignalView> note(@PathParam("trade") TradeId trade, @Valid NewSignal body) {
    Actor officer = caller.actor();
    return contract(trade)
        .map(
            contract ->
                new NoteSignal(
                    contract, body.year(), body.kind(), body.low(), body.high(), body.evidence()))
        .chain(signal -> review.noteSignal(signal, officer))
        .map(Problems::done);
  }

  /** What sharing a year's revenue would give to whom. */
  @GET
  @Path("trades/{trade}/revenue-preview/{year}")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<DistributionView> preview(
      @PathParam("trade") TradeId trade, @PathParam("year") int year) {
    return contract(trade).chain(contract -> review.preview(contract, year)).map(Problems::done);
  }

  /** A year's report held against the bank and the signs. */
  @GET
  @Path("trades/{trade}/revenue-reconciliation/{year}")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<ReconciliationSheet> reconciliation(
      @PathParam("trade") TradeId trade, @PathParam("year") int year) {
    return contract(trade)
        .chain(contract -> review.reconciliation(contract, year))
        .map(Problems::found)
        .map(ReconciliationSheet::of);
  }

  /** The reports of a year, over all contracts, that signs do not agree with. */
  @GET
  @Path("revenue-differences/{year}")
  @RolesAllowed({Roles.SUPERVISOR, Roles.AUDITOR})
  public Uni<List<ReconciliationSheet>> differences(@PathParam("year") int year) {
    return review.differences(year).map(all -> all.stream().map(ReconciliationSheet::of).toList());
  }

  /**
   * A reconciliation with what follows from it.
   *
   * @param told what was held against what
   * @param tolerance how far a report may lie outside of a sign, in parts per million
   * @param isChecked whether there is any sign
   * @param differences every difference beyond it
   */
  record ReconciliationSheet(
      Reconciliation told,
      int tolerance,
      boolean isChecked,
      List<Reconciliation.Difference> differences) {

    static ReconciliationSheet of(Reconciliation told) {
      return new ReconciliationSheet(
          told, Reconciliation.TOLERANCE.ppm(), told.isChecked(), told.differences());
    }
  }

  private Uni<ContractId> contract(TradeId trade) {
    return contracts.contractOf(trade).map(Problems::found).map(ContractView::contract);
  }
}
