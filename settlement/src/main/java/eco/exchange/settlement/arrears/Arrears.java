package eco.exchange.settlement.arrears;

import eco.exchange.answer.Answer;
import eco.exchange.answer.Decision;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.event.RevenueEvent;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.PartyId;
import eco.exchange.settlement.books.Books;
import eco.exchange.settlement.books.BooksStore;
import eco.exchange.settlement.books.BooksStore.Scope;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.distribution.EscrowView;
import eco.exchange.settlement.instalment.InstalmentView;
import eco.exchange.settlement.instalment.Instalments;
import eco.exchange.settlement.revenue.RevenueDeadlines;
import eco.exchange.settlement.revenue.RevenueRules;
import eco.exchange.sharing.ContractTerm;
import eco.exchange.sharing.PriceInstalment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Arrears of contracts: revenue and instalments that do not come. Who owes them is reminded, then
 * they are overdue, and in the end two persons may find a breach of the contract; of instalments
 * they may note before that the guarantee is called (Civil Code arts. 634, 646). All of it is
 * public.
 */
@ApplicationScoped
public class Arrears {

  /** How many working days the buyer has after the reminder; the law says a reasonable time. */
  public static final int INSTALMENT_GRACE_WORKING_DAYS = 10;

  private static final int WORDS_MAX = 2_000;
  private static final WorkingCalendar CALENDAR = WorkingCalendar.published();

  private final BooksStore store;
  private final Instalments instalments;
  private final PgRevenueDefaultStore revenueDefaults;
  private final PgInstalmentDefaultStore instalmentDefaults;
  private final Clock clock;

  Arrears(
      BooksStore store,
      Instalments instalments,
      PgRevenueDefaultStore revenueDefaults,
      PgInstalmentDefaultStore instalmentDefaults,
      Clock clock) {
    this.store = store;
    this.instalments = instalments;
    this.revenueDefaults = revenueDefaults;
    this.instalmentDefaults = instalmentDefaults;
    this.clock = clock;
  }

  /** Every year of a contract that has begun and whose revenue has not come in, with its clocks. */
  public Uni<SortedMap<Integer, RevenueDeadlines>> awaitedYears(ContractId contract) {
    int now = WorkingCalendar.dayOf(clock.instant()).getYear();
    return store
        .books(contract.trade())
        .map(
            books ->
                books
                    .escrow(contract)
                    .map(escrow -> awaited(books, escrow, now))
                    .orElseGet(TreeMap::new));
  }

  private static SortedMap<Integer, RevenueDeadlines> awaited(
      Books books, EscrowView escrow, int now) {
    ContractTerm term = escrow.term();
    SortedMap<Integer, RevenueDeadlines> awaited = new TreeMap<>();
    term.calendarYears()
        .filter(year -> year <= now)
        .filter(
            year ->
                books.revenue(year).filter(told -> RevenueRules.isReceived(books, told)).isEmpty())
        .forEach(year -> awaited.put(year, RevenueDeadlines.of(term, year)));
    return awaited;
  }

  /**
   * Notes that the clock has come to a step, unless the revenue has come in meanwhile; a reminder
   * is told to the market, because another year has begun by then.
   */
  public Uni<Answer<Boolean>> note(ContractId contract, int year, RevenueDefaultStep step) {
    return awaitedYears(contract)
        .chain(
            awaited ->
                awaited.containsKey(year)
                    ? revenueDefaults
                        .keep(new RevenueDefaultView(contract, year, step, "", clock.instant()))
                        .chain(() -> told(contract, year, step))
                    : Uni.createFrom().item(Answer.done(true)));
  }

  private Uni<Answer<Boolean>> told(ContractId contract, int year, RevenueDefaultStep step) {
    return step == RevenueDefaultStep.REMINDED
        ? store.change(
            Scope.of(contract.trade()),
            books ->
                Decision.done(
                    true,
                    books.with(new RevenueEvent.RevenueReminded(books.ofTrade(), contract, year))))
        : Uni.createFrom().item(Answer.done(true));
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
    return revenueDefaults
        .keep(
            new RevenueDefaultView(
                contract, year, RevenueDefaultStep.BREACH, words, clock.instant()))
        .replaceWith(Answer.done(true));
  }

  /** What was noted of the revenues of a contract, oldest first. */
  public Uni<List<RevenueDefaultView>> ofRevenues(ContractId contract) {
    return revenueDefaults.of(contract);
  }

  /** What was noted of the revenues of which a collective is a payee, oldest first. */
  public Uni<List<RevenueDefaultView>> touching(PartyId collective) {
    return revenueDefaults.touching(collective);
  }

  /** The moment from which an instalment is overdue, although the buyer was reminded. */
  public Instant overdueAt(PriceInstalment instalment) {
    LocalDate due = WorkingCalendar.dayOf(instalment.dueAt().minusNanos(1));
    return CALENDAR.plusWorkingDays(due, INSTALMENT_GRACE_WORKING_DAYS).endsAt();
  }

  /** Notes that the clock has come to a step, unless the instalment has come in meanwhile. */
  public Uni<Answer<Boolean>> note(ContractId contract, int number, InstalmentDefaultStep step) {
    return keptIfAwaited(new InstalmentDefaultView(contract, number, step, "", clock.instant()));
  }

  /**
   * Notes what two persons have decided: that the guarantee is called, or that it is a breach; with
   * words that say why. Nothing is noted of an instalment that has come in meanwhile.
   */
  public Uni<Answer<Boolean>> decide(
      ContractId contract,
      int number,
      InstalmentDefaultStep step,
      String words,
      Actor proposer,
      Actor confirmer) {
    if (words.isBlank() || words.length() > WORDS_MAX) {
      return refused(SettlementRefusal.TEXT_OUT_OF_BOUNDS, "what is decided is said in words");
    }
    if (proposer.account().equals(confirmer.account())) {
      return refused(SettlementRefusal.FOUR_EYES, "who proposes it does not confirm it");
    }
    return keptIfAwaited(new InstalmentDefaultView(contract, number, step, words, clock.instant()));
  }

  private Uni<Answer<Boolean>> keptIfAwaited(InstalmentDefaultView noted) {
    return instalments
        .of(noted.contract())
        .map(all -> all.stream().anyMatch(it -> isAwaited(it, noted.number())))
        .chain(awaited -> awaited ? instalmentDefaults.keep(noted) : Uni.createFrom().voidItem())
        .replaceWith(Answer.done(true));
  }

  private static boolean isAwaited(InstalmentView instalment, int number) {
    return instalment.instalment().number() == number && !instalment.isShared();
  }

  /** What was noted of the instalments of a contract, oldest first. */
  public Uni<List<InstalmentDefaultView>> ofInstalments(ContractId contract) {
    return instalmentDefaults.of(contract);
  }

  private static Uni<Answer<Boolean>> refused(SettlementRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }
}
