package eco.exchange.settlement.handover;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.handover.HandoverView.Step;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Handovers of what was sold, and registrations of the right: noted once the price is in.
 *
 * <p>Idempotent: repeating a call returns the first answer.
 */
@ApplicationScoped
public class Handovers {

  private final BooksStore books;
  private final PgHandoverStore store;
  private final Clock clock;

  Handovers(BooksStore books, PgHandoverStore store, Clock clock) {
    this.books = books;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Notes a step, once all that was due for the price is in. The same may be noted again; another
   * day or document for a step is refused.
   */
  public Uni<Answer<HandoverView>> note(
      ContractId contract, Step step, LocalDate on, String document, Actor officer) {
    Instant now = clock.instant();
    HandoverView noted = new HandoverView(contract, step, on, document, officer.account(), now);
    return Uni.combine()
        .all()
        .unis(books.books(contract.trade()), store.steps(contract))
        .with((open, taken) -> HandoverRules.refusal(open, taken, noted))
        .chain(refusal -> refusal.isPresent() ? refused(refusal.get()) : written(noted));
  }

  /** The steps that were taken, in order. */
  public Uni<List<HandoverView>> steps(ContractId contract) {
    return store.steps(contract);
  }

  // Of two who note the same step at a moment, the second finds what the first has written.
  private Uni<Answer<HandoverView>> written(HandoverView noted) {
    return store
        .write(noted)
        .chain(() -> store.steps(noted.contract()))
        .map(
            steps -> {
              Optional<HandoverView> kept = steps.stream().filter(noted::isLike).findFirst();
              return kept.isPresent()
                  ? Answer.done(kept.get())
                  : Answer.refused(SettlementRefusal.STEP_DIFFERS, "it was noted otherwise");
            });
  }

  private static Uni<Answer<HandoverView>> refused(Refusal refusal) {
    return Uni.createFrom().item(Answer.refused(List.of(refusal)));
  }
}
