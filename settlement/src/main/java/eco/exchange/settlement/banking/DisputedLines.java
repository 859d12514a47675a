package eco.exchange.settlement.banking;

import static eco.exchange.settlement.bank.BankRefusal.SETTLEMENT_UNFIT;

import eco.exchange.answer.Answer;
import eco.exchange.settlement.movement.KnownMovement;
import eco.exchange.settlement.movement.PgLineJudgements.Judged;
import eco.exchange.settlement.movement.PgLineJudgements.Judges;
import eco.exchange.settlement.reconciliation.PgBankExceptions.Raised;
import eco.exchange.settlement.rows.PgFailures;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The disputed lines that take back what had come in: as two persons have said, or as is known
 * since the bank has told more. First it is noted, once, what a line takes back; what follows from
 * that is done again until it is done.
 */
final class DisputedLines {

  private static final Logger LOG = Logger.getLogger(DisputedLines.class);
  private static final String RECEIPT = "receipt/";

  private final TakenBackReceipts takenBack;
  private final PgBankExceptionStore exceptions;

  DisputedLines(TakenBackReceipts takenBack, PgBankExceptionStore exceptions) {
    this.takenBack = takenBack;
    this.exceptions = exceptions;
  }

  /**
   * Takes back receipts by a disputed line, as two persons have said, and ends its exception.
   *
   * @param exception the key of its exception
   * @return SETTLEMENT_UNFIT, or why one of them cannot be taken back
   */
  Uni<Answer<List<Raised>>> takeBack(
      String exception, List<String> receipts, Judges judges, String words, Instant now) {
    return exceptions
        .takesBack(exception, receipts, judges, words, now)
        .chain(exceptions::undone)
        .chain(
            undone ->
                undone.stream()
                    .filter(one -> one.exception().equals(exception))
                    .findFirst()
                    .filter(one -> one.takesBack().containsAll(receipts))
                    .map(one -> doIt(one, now))
                    .orElseGet(
                        () ->
                            Uni.createFrom()
                                .item(
                                    Answer.refused(
                                        SETTLEMENT_UNFIT,
                                        "the line does not take back "
                                            + String.join(", ", receipts)))));
  }

  /** Looks at the open reversals once more, and does what was found and is not done yet. */
  Uni<Void> goOn(Instant now) {
    return exceptions
        .matchAgain(now)
        .chain(exceptions::undone)
        .onItem()
        .transformToMulti(undone -> Multi.createFrom().iterable(undone))
        .onItem()
        .transformToUniAndConcatenate(
            one ->
                doIt(one, now)
                    .onFailure(PgFailures::isLasting)
                    .recoverWithItem(failure -> setAside(one, failure)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /**
   * Follows the lines that tell more of what is known, and ends their exceptions.
   *
   * @param follow follows a line by the key of its exception; what is answered is why it cannot be
   *     true, if so
   */
  Uni<Void> followFuller(Function<String, Uni<Optional<String>>> follow, Instant now) {
    return exceptions
        .fuller()
        .onItem()
        .transformToMulti(fuller -> Multi.createFrom().iterable(fuller))
        .onItem()
        .transformToUniAndConcatenate(
            one ->
                follow
                    .apply(one)
                    .chain(
                        dispute ->
                            dispute.isPresent()
                                ? Uni.createFrom().voidItem()
                                : exceptions.endTold(one, now)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  // What cannot be done stays open for persons, and nothing else waits for it.
  private static Answer<List<Raised>> setAside(Judged one, Throwable failure) {
    LOG.errorf(failure, "what %s takes back is not taken back", one.exception());
    return Answer.done(List.of());
  }

  private Uni<Answer<List<Raised>>> doIt(Judged one, Instant now) {
    return takeBack(one.takesBack(), taken -> one.movement())
        .call(
            answer ->
                answer instanceof Answer.Done<List<Raised>> done
                    ? news(one, done.value())
                        .chain(raised -> exceptions.endJudged(one, raised, now))
                    : Uni.createFrom().voidItem());
  }

  // Two persons who have said what a line takes back know it; what they do not know is what had
  // followed from it.
  private Uni<List<Raised>> news(Judged one, List<Raised> raised) {
    return one.judges().isEmpty() ? Uni.createFrom().item(raised) : ofUsed(raised);
  }

  private Uni<List<Raised>> ofUsed(List<Raised> raised) {
    return Multi.createFrom()
        .iterable(raised)
        .select()
        .when(one -> takenBack.isUsed(one.key().substring(RECEIPT.length())))
        .collect()
        .asList();
  }

  /**
   * Takes back receipts that the bank has never booked, as two persons have said.
   *
   * @return as for a line
   */
  Uni<Answer<List<Raised>>> strike(List<String> receipts, Instant now) {
    return takeBack(receipts, KnownMovement::struck)
        .call(
            answer ->
                answer instanceof Answer.Done<List<Raised>> done
                    ? ofUsed(done.value()).chain(raised -> exceptions.raise(raised, now))
                    : Uni.createFrom().voidItem());
  }

  /**
   * Takes back what had come in, each by a movement.
   *
   * @return what a person must see to; or why one of them cannot be taken back, and then none
   *     behind it is
   */
  Uni<Answer<List<Raised>>> takeBack(List<String> receipts, Function<String, String> movementOf) {
    Iterator<String> left = receipts.iterator();
    return left.hasNext()
        ? Multi.createBy()
            .repeating()
            .uni(() -> takeBackNext(left, movementOf))
            .whilst(answer -> answer instanceof Answer.Done<?> && left.hasNext())
            .collect()
            .asList()
            .map(DisputedLines::together)
        : Uni.createFrom().item(Answer.done(List.of()));
  }

  private Uni<Answer<Optional<Raised>>> takeBackNext(
      Iterator<String> left, Function<String, String> movementOf) {
    String receipt = left.next();
    return takenBack.takeBack(receipt, movementOf.apply(receipt));
  }

  private static Answer<List<Raised>> together(List<Answer<Optional<Raised>>> answers) {
    List<Raised> raised = new ArrayList<>();
    for (Answer<Optional<Raised>> answer : answers) {
      switch (answer) {
        case Answer.Refused<Optional<Raised>> refused -> {
          return Answer.refused(refused.reasons());
        }
        case Answer.Done<Optional<Raised>> done -> done.value().ifPresent(raised::add);
      }
    }
    return Answer.done(List.copyOf(raised));
  }
}
