package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.MANUAL_RECEIPT;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;

import eco.exchange.event.ReceiptEvent.ManualReceiptEntered;
import eco.exchange.settlement.manualreceipt.ManualReceipts;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The confirmation of a receipt that was entered by hand. */
@ApplicationScoped
class ManualReceipt implements ServiceTaskTable.OfModel {

  private static final String RECEIPT = "receipt";
  private static final String NUMBER = "number";
  private static final String AMOUNT = "amount";

  private final ManualReceipts receipts;

  ManualReceipt(ManualReceipts receipts) {
    this.receipts = receipts;
  }

  static NewCase caseOf(ManualReceiptEntered event) {
    return new NewCase(
        MANUAL_RECEIPT,
        "%s/%d".formatted(event.receipt(), event.number()),
        Map.of(
            RECEIPT, event.receipt(),
            NUMBER, Long.toString(event.number()),
            AMOUNT, event.amount().decimal(),
            SUBMITTED_BY, event.by().toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "takeReceipt",
        p -> receipts.confirm(number(p), p.lastOpinion(), p.lastDecider()),
        "refuseReceipt",
        p -> receipts.refuse(number(p), p.lastOpinion(), p.lastDecider()));
  }

  private static long number(Progress progress) {
    return Long.parseLong(progress.fact(NUMBER));
  }
}
