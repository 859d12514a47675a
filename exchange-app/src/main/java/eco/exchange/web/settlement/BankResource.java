package eco.exchange.web.settlement;

import eco.exchange.identity.account.Roles;
import eco.exchange.market.Page;
import eco.exchange.settlement.bank.PaymentFile;
import eco.exchange.settlement.banking.BankMessageView;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.banking.PaymentFileView;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.web.json.Cursors;
import eco.exchange.web.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The files between exchange and bank: what the bank tells, and what it is told to pay. */
@Path("/api/v1")
class BankResource {

  private final Banking banking;

  BankResource(Banking banking) {
    this.banking = banking;
  }

  /**
   * Takes a message of the bank: camt.053, camt.054 or pain.002. It is known by its own number, so
   * that it may be sent again. The answer is what it held of the exchange's account, in order.
   */
  @POST
  @Path("bank/messages")
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed({Roles.BANK, Roles.OFFICER})
  @ResponseStatus(201)
  public Uni<List<BankMessageView>> take(byte[] xml) {
    return banking.take(xml).map(Problems::done);
  }

  /** The messages of the bank, latest first. */
  @GET
  @Path("bank/messages")
  @RolesAllowed({Roles.BANK, Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR, Roles.SUPERVISOR})
  public Uni<Page<BankMessageView>> messages(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return banking.messages(Cursors.read(after), limit).map(Cursors::page);
  }

  /** What the bank has told and a person must see to, oldest first. */
  @GET
  @Path("bank/exceptions")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR, Roles.SUPERVISOR})
  public Uni<Page<BankExceptionLine>> exceptions(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return banking.exceptions(Cursors.read(after), limit).map(BankResource::lines);
  }

  private static Page<BankExceptionLine> lines(Page<BankException> page) {
    return Cursors.page(
        new Page<>(page.items().stream().map(BankExceptionLine::of).toList(), page.after()));
  }

  /** What persons have seen to, or has ended by itself: how, and by whom; latest first. */
  @GET
  @Path("bank/exceptions/ended")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR, Roles.SUPERVISOR})
  public Uni<Page<BankExceptionLine>> endedExceptions(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return banking.endedExceptions(Cursors.read(after), limit).map(BankResource::lines);
  }

  /** Writes the orders that can be paid into the next file; the answer is its id, or nothing. */
  @POST
  @Path("bank/payment-files")
  @RolesAllowed(Roles.OFFICER)
  public Uni<List<String>> nextFile() {
    return banking.nextFile().map(file -> file.stream().map(PaymentFile::id).toList());
  }

  /** The files for the bank, latest first. */
  @GET
  @Path("bank/payment-files")
  @RolesAllowed({Roles.BANK, Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR, Roles.SUPERVISOR})
  public Uni<Page<PaymentFileView>> files(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.LIMIT_MAX) int limit) {
    return banking.files(Cursors.read(after), limit).map(Cursors::page);
  }

  /**
   * A file for the bank as it is sent (pain.001). It alone names the accounts of villagers, so it
   * is for those who carry it; what it pays is told by its payments, with those accounts masked.
   */
  @GET
  @Path("bank/payment-files/{file}")
  @Produces(MediaType.APPLICATION_XML)
  @RolesAllowed({Roles.BANK, Roles.OFFICER})
  public Uni<byte[]> file(@PathParam("file") String file) {
    return banking.file(file).map(Problems::found);
  }
}
