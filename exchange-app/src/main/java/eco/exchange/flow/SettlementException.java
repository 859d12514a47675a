package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.SETTLEMENT_EXCEPTION;

import eco.exchange.event.ReceiptEvent.ReceiptUnmatched;
import eco.exchange.settlement.intake.Receipts;
import eco.exchange.settlement.receipt.ReceiptResolution;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The decision on a receipt that fits nothing, each by itself. */
@ApplicationScoped
class SettlementException implements ServiceTaskTable.OfModel {

  private static final String RECEIPT = "receipt";
  private static final String AMOUNT = "amount";
  private static final String CAUSE = "cause";
  private static final String SUB_ACCOUNT = "subAccount";
  private static final String SETTLED = "settled";

  private final Receipts receipts;

  SettlementException(Receipts receipts) {
    this.receipts = receipts;
  }

  static NewCase caseOf(ReceiptUnmatched event) {
    return new NewCase(
        SETTLEMENT_EXCEPTION,
        event.receipt(),
        Map.of(RECEIPT, event.receipt(), AMOUNT, event.amount().decimal(), CAUSE, event.cause()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "resolve", p -> receipts.resolve(p.fact(RECEIPT), resolution(p), p.lastDecider()));
  }

  private static ReceiptResolution resolution(Progress progress) {
    return switch (progress.outcomeOf("decide")) {
      case "return" -> new ReceiptResolution.Return();
      case "settle" -> new ReceiptResolution.Settle(progress.facts().getOrDefault(SETTLED, ""));
      default -> new ReceiptResolution.Assign(progress.facts().getOrDefault(SUB_ACCOUNT, ""));
    };
  }
}
