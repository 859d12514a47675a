package eco.exchange.settlement.banking;

import static eco.exchange.settlement.bank.BankRefusal.EXCEPTION_UNKNOWN;
import static eco.exchange.settlement.bank.BankRefusal.SAME_PERSON;
import static eco.exchange.settlement.bank.BankRefusal.SETTLEMENT_UNFIT;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Refusal;
import eco.exchange.market.AccountId;
import eco.exchange.settlement.bank.BankRefusal;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.movement.PgLineJudgements.Judges;
import eco.exchange.settlement.reconciliation.BankException;
import eco.exchange.settlement.reconciliation.ExceptionSettlement;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** What two persons decide about an exception of the link to the bank. */
final class ExceptionSettlements {

  private static final String OF_STATEMENT = "statement/";

  private final DisputedLines disputed;
  private final PgBankExceptionStore exceptions;
  private final BankLineProcessor teller;

  ExceptionSettlements(
      DisputedLines disputed, PgBankExceptionStore exceptions, BankLineProcessor teller) {
    this.disputed = disputed;
    this.exceptions = exceptions;
    this.teller = teller;
  }

  /** A settlement that two persons have agreed on. */
  private record Agreed(
      ExceptionSettlement settlement,
      String words,
      AccountId proposer,
      AccountId confirmer,
      Instant at) {

    Judges judges() {
      return new Judges(proposer, confirmer);
    }
  }

  /** Examines how one person would settle an exception, before another is asked to confirm it. */
  Uni<Answer<BankException>> examine(String key, ExceptionSettlement settlement, String words) {
    return exceptions
        .exception(key)
        .chain(
            found ->
                found.isEmpty()
                    ? refused(EXCEPTION_UNKNOWN, key)
                    : fault(found.get(), settlement, words)
                        .map(fault -> refused(SETTLEMENT_UNFIT, fault))
                        .orElseGet(() -> fitting(found.get(), settlement)));
  }

  private static Optional<String> fault(
      BankException open, ExceptionSettlement settlement, String words) {
    if (!settlement.fits(open.kind())) {
      return Optional.of("what is of the kind %s is not settled so".formatted(open.kind()));
    }
    if (words.isBlank()) {
      return Optional.of("it is not said why");
    }
    boolean namesNone =
        settlement.receipts().isEmpty()
            && (settlement instanceof ExceptionSettlement.TakeBack
                || settlement instanceof ExceptionSettlement.Strike);
    return namesNone ? Optional.of("no receipt is named") : Optional.empty();
  }

  private Uni<Answer<BankException>> fitting(BankException open, ExceptionSettlement settlement) {
    return Multi.createFrom()
        .iterable(settlement.receipts())
        .onItem()
        .transformToUniAndConcatenate(receipt -> misfit(receipt, settlement))
        .filter(Optional::isPresent)
        .map(Optional::get)
        .collect()
        .asList()
        .map(misfits -> misfits.isEmpty() ? Answer.done(open) : Answer.refused(misfits));
  }

  // What was told by notices or by hand and by no statement, the bank has never booked.
  private Uni<Optional<Refusal>> misfit(String receipt, ExceptionSettlement settlement) {
    return teller
        .knows(receipt)
        .chain(
            isKnown ->
                isKnown && settlement instanceof ExceptionSettlement.Strike
                    ? exceptions.isNeverBooked(receipt).map(never -> struckInVain(receipt, never))
                    : Uni.createFrom()
                        .item(
                            isKnown
                                ? Optional.empty()
                                : Optional.of(
                                    new Refusal(SettlementRefusal.RECEIPT_UNKNOWN, receipt))));
  }

  private static Optional<Refusal> struckInVain(String receipt, boolean isNeverBooked) {
    return isNeverBooked
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                SETTLEMENT_UNFIT,
                "%s is told by a statement, or none tells of its day, or it is no receipt any more"
                    .formatted(receipt)));
  }

  /** Settles an exception, as two persons have agreed. */
  Uni<Answer<BankException>> settle(
      String key,
      ExceptionSettlement settlement,
      String words,
      AccountId proposer,
      AccountId confirmer,
      Instant now) {
    if (proposer.equals(confirmer)) {
      return refused(SAME_PERSON, "whoever proposes it does not confirm it");
    }
    Agreed agreed = new Agreed(settlement, words, proposer, confirmer, now);
    // The bank may have told since what the line is.
    return disputed
        .goOn(now)
        .chain(() -> examine(key, settlement, words))
        .chain(
            examined ->
                examined instanceof Answer.Done<BankException> done && done.value().end().isEmpty()
                    ? settle(done.value(), agreed).call(answer -> compared(answer, settlement))
                    : Uni.createFrom().item(examined));
  }

  private Uni<Answer<BankException>> settle(BankException open, Agreed agreed) {
    return switch (agreed.settlement()) {
      case ExceptionSettlement.Explained explained -> ended(open, agreed);
      case ExceptionSettlement.LetPass pass -> letPass(open, agreed);
      case ExceptionSettlement.Follow follow -> follow(open, agreed);
      case ExceptionSettlement.TakeBack back ->
          endedIfDone(
              disputed.takeBack(
                  open.key(), back.receipts(), agreed.judges(), agreed.words(), agreed.at()),
              open,
              agreed);
      case ExceptionSettlement.Strike strike ->
          endedIfDone(disputed.strike(strike.receipts(), agreed.at()), open, agreed);
    };
  }

  // What persons have said changes what the balance is held against.
  private Uni<Void> compared(Answer<BankException> answer, ExceptionSettlement settlement) {
    return answer instanceof Answer.Refused<?>
        ? Uni.createFrom().voidItem()
        : teller.checkAgain(settlement instanceof ExceptionSettlement.Strike);
  }

  private Uni<Answer<BankException>> ended(BankException open, Agreed agreed) {
    return exceptions
        .end(open.key(), agreed.words(), agreed.proposer(), agreed.confirmer(), agreed.at())
        .chain(() -> exceptions.exception(open.key()))
        .map(ended -> Answer.done(ended.orElseThrow()));
  }

  private Uni<Answer<BankException>> letPass(BankException open, Agreed agreed) {
    return exceptions
        .letPass(
            open.key(),
            open.key().substring(OF_STATEMENT.length()),
            agreed.words(),
            agreed.proposer(),
            agreed.confirmer(),
            agreed.at())
        .chain(teller::followAll)
        .chain(() -> exceptions.exception(open.key()))
        .map(ended -> Answer.done(ended.orElseThrow()));
  }

  private Uni<Answer<BankException>> follow(BankException open, Agreed agreed) {
    return teller
        .followDisputed(open.key())
        .chain(
            dispute ->
                dispute.isPresent()
                    ? refused(SETTLEMENT_UNFIT, dispute.get())
                    : exceptions
                        .stands(open.key(), agreed.judges(), agreed.words(), agreed.at())
                        .chain(() -> ended(open, agreed)));
  }

  private Uni<Answer<BankException>> endedIfDone(
      Uni<? extends Answer<?>> act, BankException open, Agreed agreed) {
    return act.chain(
        answer ->
            switch (answer) {
              case Answer.Refused<?> refused ->
                  Uni.createFrom().item(Answer.refused(refused.reasons()));
              case Answer.Done<?> done -> ended(open, agreed);
            });
  }

  private static Uni<Answer<BankException>> refused(BankRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }
}
