package eco.exchange.flow;

import static eco.exchange.workflow.Procedure.BANK_EXCEPTION_HANDLING;

import eco.exchange.event.BankEvent;
import eco.exchange.event.BankEvent.BankExceptionEnded;
import eco.exchange.event.BankEvent.BankExceptionRaised;
import eco.exchange.settlement.banking.Banking;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import eco.exchange.wording.ExceptionWording;
import eco.exchange.workflow.NewCase;
import eco.exchange.workflow.Progress;
import eco.exchange.workflow.ServiceTask;
import eco.exchange.workflow.Workflow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The handling of what the bank has told, or not paid, and from which nothing follows by itself.
 */
@ApplicationScoped
class BankExceptionHandling implements ServiceTaskTable.OfModel {

  private static final String EXCEPTION = "exception";
  private static final String KIND = "kind";
  private static final String SUBJECT = "subject";
  private static final String DETAIL = "detail";
  private static final String WORDS = "words";
  private static final String WORDS_ZH = "wordsZh";
  private static final String DUE_AT = "dueAt";
  private static final String RECEIPT = "receipt";
  private static final Pattern BETWEEN_RECEIPTS = Pattern.compile("[\\s,，、;；]+");
  private static final String EXAMINATION = "examineException";

  private final Banking banking;
  private final Workflow workflow;

  BankExceptionHandling(Banking banking, Workflow workflow) {
    this.banking = banking;
    this.workflow = workflow;
  }

  /** Does what follows an event of the link to the bank. */
  Uni<Void> follow(BankEvent event) {
    return switch (event) {
      case BankExceptionRaised e -> workflow.begin(caseOf(e));
      case BankExceptionEnded e -> workflow.end(BANK_EXCEPTION_HANDLING, e.exception(), e.words());
    };
  }

  private static NewCase caseOf(BankExceptionRaised event) {
    ExceptionWording words =
        ExceptionWording.of(BankException.Kind.valueOf(event.kind()), event.detail());
    return new NewCase(
        BANK_EXCEPTION_HANDLING,
        event.exception(),
        Map.of(
            EXCEPTION, event.exception(),
            KIND, event.kind(),
            SUBJECT, event.subject(),
            DETAIL, event.detail(),
            WORDS, words.en(),
            WORDS_ZH, words.zh(),
            DUE_AT, event.dueAt().toString()));
  }

  @Override
  public Map<String, ServiceTask> steps() {
    return Map.of(
        "examineProposal",
        p -> banking.examine(p.fact(EXCEPTION), settlement(p), p.opinionOf(EXAMINATION)),
        "settleException",
        p ->
            banking.settle(
                p.fact(EXCEPTION),
                settlement(p),
                p.opinionOf(EXAMINATION),
                p.deciderOf(EXAMINATION),
                p.lastDecider()));
  }

  private static ExceptionSettlement settlement(Progress progress) {
    return switch (progress.outcomeOf(EXAMINATION)) {
      case "pass" -> new ExceptionSettlement.LetPass();
      case "follow" -> new ExceptionSettlement.Follow();
      case "takeBack" -> new ExceptionSettlement.TakeBack(receipts(progress));
      case "strike" -> new ExceptionSettlement.Strike(receipts(progress));
      default -> new ExceptionSettlement.Explained();
    };
  }

  private static List<String> receipts(Progress progress) {
    return BETWEEN_RECEIPTS
        .splitAsStream(progress.facts().getOrDefault(RECEIPT, ""))
        .filter(receipt -> !receipt.isEmpty())
        .toList();
  }
}
