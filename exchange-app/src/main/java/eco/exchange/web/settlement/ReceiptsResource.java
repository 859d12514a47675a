package eco.exchange.web.settlement;

import eco.exchange.identity.account.Roles;
import eco.exchange.market.Actor;
import eco.exchange.market.Page;
import eco.exchange.money.Money;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PaymentView;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.manualreceipt.ManualReceiptView;
import eco.exchange.settlement.manualreceipt.ManualReceipts;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.web.json.Cursors;
import eco.exchange.web.problem.Problems;
import eco.exchange.web.request.CurrentActor;
import eco.exchange.web.request.Idempotent;
import eco.exchange.workflow.DecidedTaskView;
import eco.exchange.workflow.Procedure;
import eco.exchange.workflow.TaskDecision;
import eco.exchange.workflow.Workflow;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The receipts of the bank, and what is decided about those that fit nothing. */
@Path("/api/v1/receipts")
class ReceiptsResource {

  private final Receipts receipts;
  private final ManualReceipts manual;
  private final Banking banking;
  private final Workflow workflow;
  private final CurrentActor caller;

  ReceiptsResource(
      Receipts receipts,
      ManualReceipts manual,
      Banking banking,
      Workflow workflow,
      CurrentActor caller) {
    this.receipts = receipts;
    this.manual = manual;
    this.banking = banking;
    this.workflow = workflow;
    this.caller = caller;
  }

  /**
   * The body of a receipt.
   *
   * @param reference the bank's number of it
   * @param subAccount the sub-account to which it was paid
   * @param payer who paid, by name
   * @param payerAccount from which account, if the paper of the bank tells it
   * @param remittance what the payer wrote, if the paper tells it
   */
  record NewReceipt(
      @Size(max = 64) String reference,
      @Size(max = 34) String subAccount,
      Money amount,
      @Size(max = 140) String payer,
      Instant arrivedAt,
      Optional<@Valid PayerAccount> payerAccount,
      Optional<@Size(max = 500) String> remittance) {

    BankReceipt receipt() {
      return new BankReceipt(
          reference,
          subAccount,
          amount,
          payer,
          arrivedAt,
          payerAccount.map(from -> new BankAccount(payer, from.account(), from.bank())),
          remittance.orElse(""),
          Optional.empty());
    }
  }

  /**
   * The account from which a receipt came.
   *
   * @param account the number of the account
   * @param bank the number of the bank, twelve digits
   */
  record PayerAccount(@Size(max = 34) String account, @Size(max = 12) String bank) {}

  /**
   * The body of a decision about what was entered by hand.
   *
   * @param outcome 'approve' if the money has come in so, else 'refuse'
   * @param opinion why
   */
  record NewConfirmation(
      @Size(max = 50) String outcome, @Size(max = TaskDecision.OPINION_MAX) String opinion) {

    TaskDecision decision() {
      return new TaskDecision(outcome, opinion, Map.of());
    }
  }

  /**
   * The body of a decision.
   *
   * @param outcome 'return' to the payer, or 'assign' to a sub-account
   * @param subAccount to which sub-account it is assigned
   * @param opinion why
   */
  record NewResolution(
      @Size(max = 50) String outcome,
      Optional<@Size(max = 34) String> subAccount,
      @Size(max = TaskDecision.OPINION_MAX) String opinion) {

    TaskDecision decision() {
      Map<String, String> details =
          subAccount.map(number -> Map.of("subAccount", number)).orElse(Map.of());
      return new TaskDecision(outcome, opinion, details);
    }
  }

  /**
   * Enters by hand that money has come in, of which the bank has sent no message. Nothing follows
   * from it until the manager has confirmed it.
   */
  @POST
  @RolesAllowed(Roles.OFFICER)
  @Idempotent
  @ResponseStatus(201)
  public Uni<ManualReceiptView> enter(@Valid NewReceipt body) {
    return manual.enter(body.receipt(), caller.actor()).map(Problems::done);
  }

  /** Decides about a receipt that was entered by hand, and so completes the manager's task. */
  @POST
  @Path("{reference}/confirmation")
  @RolesAllowed(Roles.MANAGER)
  @Idempotent
  public Uni<DecidedTaskView> confirm(
      @PathParam("reference") String reference, @Valid NewConfirmation body) {
    Actor manager = caller.actor();
    return manual
        .waiting(reference)
        .map(Problems::found)
        .chain(
            entered ->
                workflow.decide(
                    Procedure.MANUAL_RECEIPT,
                    entered.key(),
                    body.decision(),
                    manager,
                    Set.of(Roles.MANAGER)))
        .map(Problems::done);
  }

  /** The receipts that wait for a decision, oldest first. */
  @GET
  @Path("unmatched")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR})
  public Uni<Page<ReceiptLine>> unmatched(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return receipts
        .unmatched(Cursors.read(after), limit)
        .map(page -> new Page<>(page.items().stream().map(ReceiptLine::of).toList(), page.after()))
        .map(Cursors::page);
  }

  /** A receipt by the bank's number. */
  @GET
  @Path("{reference}")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR})
  public Uni<ReceiptLine> receipt(@PathParam("reference") String reference) {
    return receipts.receipt(reference).map(Problems::found).map(ReceiptLine::of);
  }

  /** The payments by which a stray receipt goes back, oldest first. */
  @GET
  @Path("{reference}/payments")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR, Roles.SUPERVISOR})
  public Uni<List<PaymentView>> payments(@PathParam("reference") String reference) {
    return banking.paymentsOfReceipt(reference);
  }

  /** Decides about a receipt that fitted nothing, and so completes the officer's task. */
  @POST
  @Path("{reference}/resolution")
  @RolesAllowed(Roles.OFFICER)
  @Idempotent
  public Uni<ReceiptLine> resolve(
      @PathParam("reference") String reference, @Valid NewResolution body) {
    Actor officer = caller.actor();
    return workflow
        .decide(
            Procedure.SETTLEMENT_EXCEPTION,
            reference,
            body.decision(),
            officer,
            Set.of(Roles.OFFICER))
        .map(Problems::done)
        .chain(decided -> receipts.receipt(reference))
        .map(Problems::found)
        .map(ReceiptLine::of);
  }
}
