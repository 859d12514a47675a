package eco.exchange.web.settlement;

import eco.exchange.identity.account.Roles;
import eco.exchange.market.Page;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PaymentView;
import eco.exchange.web.json.Cursors;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * The payments: where they stand, what of them a person must see to, and to which accounts they go.
 */
@Path("/api/v1")
class PaymentsResource {

  private final Banking banking;
  private final PayeeAccountLines lines;
  private final CurrentActor caller;

  PaymentsResource(Banking banking, PayeeAccountLines lines, CurrentActor caller) {
    this.banking = banking;
    this.lines = lines;
    this.caller = caller;
  }

  /** The body of a confirmation: whose account, and the number of the note that is meant. */
  record Confirmation(@Size(max = 200) String payee, @Min(1) long number) {}

  /** The payments of a trade and where they stand, oldest first. */
  @GET
  @Path("trades/{trade}/payments")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR, Roles.SUPERVISOR})
  public Uni<List<PaymentView>> payments(@PathParam("trade") TradeId trade) {
    return banking.payments(trade);
  }

  /**
   * The payments that lack an account, are held back by the bank or have come back, oldest first.
   */
  @GET
  @Path("bank/payments/stuck")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR, Roles.SUPERVISOR})
  public Uni<Page<PaymentView>> stuck(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return banking.stuck(Cursors.read(after), limit).map(Cursors::page);
  }

  /** The payments that the law wants made by a day and that are not, the most urgent first. */
  @GET
  @Path("bank/payments/due")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR, Roles.SUPERVISOR})
  public Uni<List<PaymentView>> due(
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return banking.due(limit);
  }

  /** Notes where a payee is to be paid; it counts when another person has confirmed it. */
  @POST
  @Path("bank/payee-accounts")
  @RolesAllowed(Roles.OFFICER)
  @Idempotent
  @ResponseStatus(201)
  public Uni<PayeeAccountLine> note(@Valid NewPayeeAccount body) {
    return banking
        .noteAccount(body.payee(), body.toAccount(), caller.actor())
        .map(Problems::done)
        .chain(lines::of);
  }

  /**
   * The accounts that wait to be confirmed, the longest waiting first: each with who the payee is,
   * who has told it, and where the payee was paid before.
   */
  @GET
  @Path("bank/payee-accounts/awaited")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR})
  public Uni<Page<PayeeAccountLine>> awaited(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return banking
        .awaitedAccounts(Cursors.read(after), limit)
        .chain(page -> lines.of(page.items()).map(items -> new Page<>(items, page.after())))
        .map(Cursors::page);
  }

  /** Confirms where a payee is to be paid. */
  @POST
  @Path("bank/payee-accounts/confirmation")
  @RolesAllowed(Roles.MANAGER)
  @Idempotent
  public Uni<PayeeAccountLine> confirm(@Valid Confirmation body) {
    return banking
        .confirmAccount(body.payee(), body.number(), caller.actor())
        .map(Problems::done)
        .chain(lines::of);
  }

  /** What was noted for a payee, latest first. */
  @GET
  @Path("bank/payee-accounts")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR})
  public Uni<List<PayeeAccountLine>> accounts(
      @QueryParam("payee") @DefaultValue("") @Size(max = 200) String payee) {
    return banking.accounts(payee).chain(lines::of);
  }
}
