package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.MANUAL_RECEIPT;
import static eco.exchange.workflow.Progress.SUBMITTED_BY;

import eco.exchange.event.ReceiptEvent.ManualReceiptEntered;
import eco.exchange.identity.account.AccountView;
import eco.exchange.identity.account.Accounts;
import eco.exchange.settlement.bank.BankAccount;
import eco.exchange.settlement.manualreceipt.ManualReceiptView;
import eco.exchange.settlement.manualreceipt.ManualReceipts;
import eco.exchange.settlement.receipt.BankReceipt;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The confirmation of a receipt that was entered by hand. */
@ApplicationScoped
class ManualReceipt implements ServiceTaskTable.OfModel {

  private static final String RECEIPT = "receipt";
  private static final String NUMBER = "number";
  private static final String AMOUNT = "amount";
  private static final String SUB_ACCOUNT = "subAccount";
  private static final String PAYER = "payer";
  private static final String PAYER_ACCOUNT = "payerAccount";
  private static final String ARRIVED_AT = "arrivedAt";
  private static final String REMITTANCE = "remittance";
  private static final String ENTERED_BY = "enteredBy";

  private final ManualReceipts receipts;
  private final Accounts accounts;
  private final Workflow workflow;

  ManualReceipt(ManualReceipts receipts, Accounts accounts, Workflow workflow) {
    this.receipts = receipts;
    this.accounts = accounts;
    this.workflow = workflow;
  }

  /** Whoever confirms holds all that was entered against the paper of the bank. */
  Uni<Void> begin(ManualReceiptEntered event) {
    return Uni.combine()
        .all()
        .unis(receipts.entered(event.number()), accounts.account(event.by()))
        .with((entered, by) -> caseOf(entered.orElseThrow(), by.map(AccountView::login).orElse("")))
        .chain(workflow::begin);
  }

  static NewCase caseOf(ManualReceiptView entered, String by) {
    BankReceipt receipt = entered.receipt();
    return new NewCase(
        MANUAL_RECEIPT,
        entered.key(),
        Map.of(
            RECEIPT, receipt.reference(),
            NUMBER, Long.toString(entered.number()),
            AMOUNT, receipt.amount().decimal(),
            SUB_ACCOUNT, receipt.subAccount(),
            PAYER, receipt.payer(),
            PAYER_ACCOUNT, receipt.account().map(ManualReceipt::shown).orElse(""),
            ARRIVED_AT, receipt.arrivedAt().toString(),
            REMITTANCE, receipt.remittance(),
            ENTERED_BY, by,
            SUBMITTED_BY, entered.enteredBy().toString()));
  }

  private static String shown(BankAccount account) {
    return "%s %s".formatted(account.number(), account.bank());
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
