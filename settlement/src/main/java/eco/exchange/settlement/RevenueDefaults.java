package eco.exchange.settlement;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.reconciliation.DefaultStep;
import eco.exchange.settlement.reconciliation.DefaultView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Watches over revenue that does not come: the operator is reminded, then it is overdue, and in the
 * end two persons may find a breach of the contract. All of it is public.
 */
@ApplicationScoped
public class RevenueDefaults {

  private static final int WORDS_MAX = 2_000;

  private final SettlementStore store;
  private final PgDefaultStore defaults;
  private final Clock clock;

  RevenueDefaults(SettlementStore store, PgDefaultStore defaults, Clock clock) {
    this.store = store;
    this.defaults = defaults;
    this.clock = clock;
  }

  /** The first year of a contract whose revenue has not come in; empty if its term is over. */
  public Uni<Optional<Integer>> awaitedYear(ContractId contract) {
    return store
        .books(contract.trade())
        .map(books -> books.escrow(contract).flatMap(escrow -> awaited(books, escrow)));
  }

  private static Optional<Integer> awaited(Books books, EscrowView escrow) {
    int first = WorkingCalendar.dayOf(escrow.openedAt()).getYear();
    return IntStream.rangeClosed(first, first + escrow.terms().termYears())
        .filter(
            year -> books.revenue(year).filter(told -> Revenue.isReceived(books, told)).isEmpty())
        .boxed()
        .findFirst();
  }

  /** Notes that the clock has come to a step, unless the revenue has come in meanwhile. */
  public Uni<Answer<Boolean>> note(ContractId contract, int year, DefaultStep step) {
    return awaitedYear(contract)
        .chain(
            awaited ->
                awaited.filter(it -> it <= year).isPresent()
                    ? defaults.keep(new DefaultView(contract, year, step, "", clock.instant()))
                    : Uni.createFrom().voidItem())
        .replaceWith(Answer.done(true));
  }

  /** Finds a breach of the contract: two persons, and words that say why. */
  public Uni<Answer<Boolean>> breach(
      ContractId contract, int year, String words, Actor proposer, Actor confirmer) {
    if (words.isBlank() || words.length() > WORDS_MAX) {
      return refused(SettlementRefusal.TEXT_OUT_OF_BOUNDS, "a breach is said in words");
    }
    if (proposer.account().equals(confirmer.account())) {
      return refused(SettlementRefusal.FOUR_EYES, "who proposes a breach does not confirm it");
    }
    return defaults
        .keep(new DefaultView(contract, year, DefaultStep.BREACH, words, clock.instant()))
        .replaceWith(Answer.done(true));
  }

  private static Uni<Answer<Boolean>> refused(SettlementRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }

  /** What was noted of a contract, oldest first. */
  public Uni<List<DefaultView>> of(ContractId contract) {
    return defaults.of(contract);
  }

  /** What was noted of the contracts of which a collective is a payee, oldest first. */
  public Uni<List<DefaultView>> touching(PartyId collective) {
    return defaults.touching(collective);
  }
}
