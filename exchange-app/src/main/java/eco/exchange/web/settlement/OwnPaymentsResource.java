package eco.exchange.web.settlement;

import eco.exchange.identity.account.Roles;
import eco.exchange.market.Page;
import eco.exchange.settlement.banking.PayeeAccountView;
import eco.exchange.settlement.ownpayment.OwnPayments;
import eco.exchange.web.json.Cursors;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The payments to the party that asks, and the account that it tells for them. */
@Path("/api/v1/own-payments")
@RolesAllowed({Roles.TRANSFEROR, Roles.BIDDER, Roles.VILLAGE})
class OwnPaymentsResource {

  private final OwnPayments payments;
  private final CurrentActor caller;

  OwnPaymentsResource(OwnPayments payments, CurrentActor caller) {
    this.payments = payments;
    this.caller = caller;
  }

  /**
   * An account that was told for one's own payments.
   *
   * @param number the number of the note
   * @param payee the account of the ledger from which it is paid
   * @param holder whose account it is
   * @param account the end of its number
   * @param notedAt when it was told
   * @param isConfirmed whether the centre has confirmed it; until then nothing is paid to it
   */
  record ToldPayeeAccount(
      long number,
      String payee,
      String holder,
      String account,
      Instant notedAt,
      boolean isConfirmed) {

    static ToldPayeeAccount of(PayeeAccountView view) {
      return new ToldPayeeAccount(
          view.number(),
          view.payee(),
          view.account().holder(),
          view.account().maskedNumber(),
          view.notedAt(),
          view.confirmedBy().isPresent());
    }
  }

  /** What the caller's party is paid and was paid, and where each payment stands, latest first. */
  @GET
  public Uni<Page<OwnPaymentLine>> payments(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return payments
        .payments(caller.party(), Cursors.read(after), limit)
        .map(
            page ->
                new Page<>(page.items().stream().map(OwnPaymentLine::of).toList(), page.after()))
        .map(Cursors::page);
  }

  /**
   * What the caller's party is to pay anew, because the bank has taken back what it had paid, in
   * the order in which it arose. What has come in is not listed any more.
   */
  @GET
  @Path("owed-anew")
  public Uni<List<OwedAnewLine>> owedAnew() {
    return payments
        .owedAnew(caller.party())
        .map(owed -> owed.stream().map(OwedAnewLine::of).toList());
  }

  /**
   * Tells where the caller's party is to be paid. It counts when somebody of the centre has
   * confirmed it. A payee that is another party is as unknown as one that is not there.
   */
  @POST
  @Path("accounts")
  @Idempotent
  @ResponseStatus(201)
  public Uni<ToldPayeeAccount> tell(@Valid NewPayeeAccount body) {
    return payments
        .noteAccount(body.payee(), body.toAccount(), caller.actor())
        .map(Problems::done)
        .map(ToldPayeeAccount::of);
  }
}
