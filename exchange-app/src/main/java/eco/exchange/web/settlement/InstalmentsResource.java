package eco.exchange.web.settlement;

import eco.exchange.contracts.contract.ContractView;
import eco.exchange.contracts.contract.Contracts;
import eco.exchange.identity.account.Roles;
import eco.exchange.market.Actor;
import eco.exchange.market.Guarantee;
import eco.exchange.market.TradeId;
import eco.exchange.money.Money;
import eco.exchange.settlement.arrears.Arrears;
import eco.exchange.settlement.arrears.InstalmentDefaultView;
import eco.exchange.settlement.distribution.AcceptGuarantee;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.distribution.GuaranteeView;
import eco.exchange.settlement.instalment.InstalmentView;
import eco.exchange.settlement.instalment.Instalments;
import eco.exchange.settlement.price.Prices;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.web.request.Printable;
import eco.exchange.web.request.ViewingRights;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A price that is paid in instalments, and the guarantee for those to come. */
@Path("/api/v1")
class InstalmentsResource {

  private final Contracts contracts;
  private final Prices prices;
  private final Instalments instalments;
  private final Arrears arrears;
  private final CurrentActor caller;

  InstalmentsResource(
      Contracts contracts,
      Prices prices,
      Instalments instalments,
      Arrears arrears,
      CurrentActor caller) {
    this.contracts = contracts;
    this.prices = prices;
    this.instalments = instalments;
    this.arrears = arrears;
    this.caller = caller;
  }

  /**
   * The body by which a guarantee is accepted.
   *
   * @param kind one of those that the contract names
   * @param guarantor who gives it
   * @param document the number of the paper that proves it
   * @param covers up to which amount; at least what is due after the first instalment
   * @param until the last day on which it can be called; not before the last instalment is due
   */
  record NewGuarantee(
      Guarantee kind,
      @Printable @Size(max = 200) String guarantor,
      @Printable @Size(max = 200) String document,
      Money covers,
      LocalDate until) {}

  /** The instalments of a price and where each is paid, for the parties and those who watch. */
  @GET
  @Path("trades/{trade}/instalments")
  @Authenticated
  public Uni<List<InstalmentView>> instalments(@PathParam("trade") TradeId trade) {
    return seen(trade).chain(contract -> instalments.of(contract.contract()));
  }

  /** Accepts the guarantee for the instalments after the first. */
  @POST
  @Path("trades/{trade}/guarantee")
  @RolesAllowed(Roles.TRANSFEROR)
  @Idempotent
  @ResponseStatus(201)
  public Uni<GuaranteeView> accept(@PathParam("trade") TradeId trade, @Valid NewGuarantee body) {
    Actor transferor = caller.actor();
    return contracts
        .contractOf(trade)
        .map(Problems::found)
        .map(
            contract ->
                new AcceptGuarantee(
                    contract.contract(),
                    body.kind(),
                    body.guarantor(),
                    body.document(),
                    body.covers(),
                    body.until()))
        .chain(guarantee -> instalments.accept(guarantee, transferor))
        .map(Problems::done);
  }

  /** The guarantee that was accepted, for the parties and those who watch. */
  @GET
  @Path("trades/{trade}/guarantee")
  @Authenticated
  public Uni<GuaranteeView> guarantee(@PathParam("trade") TradeId trade) {
    return seen(trade)
        .chain(contract -> prices.escrow(contract.contract()))
        .map(escrow -> escrow.flatMap(EscrowView::guarantee))
        .map(Problems::found);
  }

  /** What was noted of instalments that did not come: reminders, guarantees called, breaches. */
  @GET
  @Path("trades/{trade}/instalment-defaults")
  @PermitAll
  public Uni<List<InstalmentDefaultView>> defaults(@PathParam("trade") TradeId trade) {
    return contracts
        .contractOf(trade)
        .map(Problems::found)
        .map(ContractView::contract)
        .chain(arrears::ofInstalments);
  }

  private Uni<ContractView> seen(TradeId trade) {
    ViewingRights onlookers = ViewingRights.of(caller);
    return contracts
        .contractOf(trade)
        .map(found -> found.filter(onlookers::maySee))
        .map(Problems::found);
  }
}
