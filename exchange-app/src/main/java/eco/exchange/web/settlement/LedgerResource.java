package eco.exchange.web.settlement;

import eco.exchange.identity.account.Roles;
import eco.exchange.market.TradeId;
import eco.exchange.settlement.generalledger.GeneralLedger;
import eco.exchange.settlement.ledger.BooksView;
import eco.exchange.settlement.ledger.TransferView;
import eco.exchange.settlement.receipt.PaymentOrderView;
import eco.exchange.settlement.sharing.Disbursements;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;

/** The ledger, for those who audit it. */
@Path("/api/v1")
class LedgerResource {

  private final Disbursements disbursements;
  private final GeneralLedger ledger;

  LedgerResource(Disbursements disbursements, GeneralLedger ledger) {
    this.disbursements = disbursements;
    this.ledger = ledger;
  }

  /** The transfers of a trade, in the order of the ledger. */
  @GET
  @Path("trades/{trade}/ledger")
  @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
  public Uni<List<TransferView>> ledger(@PathParam("trade") TradeId trade) {
    return ledger.transfers(trade);
  }

  /** What the bank was ordered to pay out in a trade, in order. */
  @GET
  @Path("trades/{trade}/payment-orders")
  @RolesAllowed({Roles.OFFICER, Roles.MANAGER, Roles.AUDITOR, Roles.SUPERVISOR})
  public Uni<List<PaymentOrderView>> paymentOrders(@PathParam("trade") TradeId trade) {
    return disbursements.orders(trade);
  }

  /** All books as a journal of plain-text accounting, which hledger and its like read and check. */
  @GET
  @Path("books/journal")
  @Produces("text/plain;charset=UTF-8")
  @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
  public Multi<String> journal() {
    return ledger.journal();
  }

  /** Counts the whole ledger anew, and says whether it is right. */
  @GET
  @Path("books")
  @RolesAllowed({Roles.AUDITOR, Roles.SUPERVISOR})
  public Uni<BooksView> books() {
    return ledger.count();
  }
}
