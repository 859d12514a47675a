package eco.exchange.settlement.handover;

import eco.exchange.answer.Refusal;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.handover.HandoverView.Step;
import eco.exchange.settlement.price.ContractPriceRules;
import java.util.List;
import java.util.Optional;

/** The rules of handing over and registration, in the order in which they are asked. */
final class HandoverRules {

  private static final int DOCUMENT_MAX = 200;

  /** A right of fewer years cannot be registered (农村土地承包法 art. 41). */
  private static final int REGISTERED_YEARS_MIN = 5;

  private HandoverRules() {}

  /** Why a step is refused. */
  static Optional<Refusal> refusal(Books books, List<HandoverView> taken, HandoverView step) {
    Optional<EscrowView> escrow = books.escrow(step.contract());
    if (step.document().isBlank() || step.document().length() > DOCUMENT_MAX) {
      return refused(SettlementRefusal.TEXT_OUT_OF_BOUNDS, "the number of the document");
    }
    if (step.on().isAfter(WorkingCalendar.dayOf(step.notedAt()))) {
      return refused(SettlementRefusal.DAY_NOT_COME, step.on().toString());
    }
    if (escrow.isEmpty()) {
      return refused(SettlementRefusal.CONTRACT_UNKNOWN, step.contract().number());
    }
    if (!ContractPriceRules.isPaidAsAgreed(books, escrow.get())) {
      return refused(SettlementRefusal.PRICE_NOT_SETTLED, "not all that is due has come in");
    }
    boolean isRegistration = step.step() == Step.REGISTERED;
    if (isRegistration && escrow.get().terms().termYears() < REGISTERED_YEARS_MIN) {
      String detail = "a term of %d years".formatted(escrow.get().terms().termYears());
      return refused(SettlementRefusal.NOT_REGISTRABLE, detail);
    }
    if (isRegistration && taken.stream().noneMatch(it -> it.step() == Step.HANDED_OVER)) {
      return refused(SettlementRefusal.NOT_HANDED_OVER, "it is not in the transferee's hands");
    }
    return taken.stream()
        .filter(it -> it.step() == step.step() && !it.isLike(step))
        .findFirst()
        .map(it -> new Refusal(SettlementRefusal.STEP_DIFFERS, "noted is " + it.document()));
  }

  private static Optional<Refusal> refused(SettlementRefusal reason, String detail) {
    return Optional.of(new Refusal(reason, detail));
  }
}
