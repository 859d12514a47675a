package eco.exchange.web.fund;

import eco.exchange.identity.account.Roles;
import eco.exchange.market.Actor;
import eco.exchange.money.Money;
import eco.exchange.settlement.fund.AskPayment;
import eco.exchange.settlement.fund.ErosionControlWork;
import eco.exchange.settlement.fund.FundEntry;
import eco.exchange.settlement.fund.FundId;
import eco.exchange.settlement.fund.FundView;
import eco.exchange.settlement.fund.Funds;
import eco.exchange.settlement.fund.ProjectId;
import eco.exchange.settlement.fund.ProjectPaymentView;
import eco.exchange.settlement.fund.ProjectView;
import eco.exchange.settlement.fund.ProposeProject;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The funds: everybody reads them; local bodies propose works and ask for their payments. */
@Path("/api/v1/funds")
class FundsResource {

  private final Funds funds;
  private final CurrentActor caller;

  FundsResource(Funds funds, CurrentActor caller) {
    this.funds = funds;
    this.caller = caller;
  }

  /** The body of a project. */
  record NewProject(
      @Size(max = 100) String title,
      ErosionControlWork work,
      @Size(max = 100) String place,
      @Size(max = 100) String plan,
      Money budget,
      @Size(max = 300) String target,
      @Size(max = 100) String contractor) {

    ProposeProject of(FundId fund) {
      return new ProposeProject(fund, title, work, place, plan, budget, target, contractor);
    }
  }

  /** The body of a payment that is asked for. */
  record NewPayment(
      Money amount,
      @Size(max = 200) String evidence,
      @Pattern(regexp = "[0-9a-f]{64}") String evidenceSha256) {}

  /** Every fund. */
  @GET
  @PermitAll
  public Uni<List<FundView>> funds() {
    return funds.funds();
  }

  /** One fund. */
  @GET
  @Path("{fund}")
  @PermitAll
  public Uni<FundView> fund(@PathParam("fund") FundId fund) {
    return funds.fund(fund).map(Problems::found);
  }

  /** The ledger of a fund, oldest first; each entry names the one before by its hash. */
  @GET
  @Path("{fund}/entries")
  @PermitAll
  public Uni<List<FundEntry>> entries(@PathParam("fund") FundId fund) {
    return funds.entries(fund);
  }

  /** The projects of a fund, oldest first. */
  @GET
  @Path("{fund}/projects")
  @PermitAll
  public Uni<List<ProjectView>> projects(@PathParam("fund") FundId fund) {
    return funds.projects(fund);
  }

  /** The payments of a project, in the order in which they were asked for. */
  @GET
  @Path("{fund}/projects/{number}/payments")
  @PermitAll
  public Uni<List<ProjectPaymentView>> payments(
      @PathParam("fund") FundId fund, @PathParam("number") int number) {
    return funds.payments(new ProjectId(fund, number));
  }

  /** Proposes a project, which two of the authority must approve. */
  @POST
  @Path("{fund}/projects")
  @RolesAllowed({Roles.TRANSFEROR, Roles.VILLAGE, Roles.SUPERVISOR})
  @Idempotent
  @ResponseStatus(201)
  public Uni<ProjectView> propose(@PathParam("fund") FundId fund, @Valid NewProject body) {
    Actor by = caller.actor();
    return funds.propose(body.of(fund), by).map(Problems::done);
  }

  /** Asks for a payment of an approved project. */
  @POST
  @Path("{fund}/projects/{number}/payments")
  @RolesAllowed({Roles.TRANSFEROR, Roles.VILLAGE, Roles.SUPERVISOR})
  @Idempotent
  @ResponseStatus(201)
  public Uni<ProjectPaymentView> ask(
      @PathParam("fund") FundId fund, @PathParam("number") int number, @Valid NewPayment body) {
    Actor by = caller.actor();
    AskPayment payment =
        new AskPayment(
            new ProjectId(fund, number), body.amount(), body.evidence(), body.evidenceSha256());
    return funds.askPayment(payment, by).map(Problems::done);
  }
}
