package eco.exchange.settlement;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.distribution.InstalmentView;
import eco.exchange.settlement.reconciliation.InstalmentDefaultView;
import eco.exchange.settlement.reconciliation.InstalmentStep;
import eco.exchange.sharing.PriceInstalment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Watches over instalments that do not come: the buyer is reminded, then it is overdue, and then
 * two persons may note that the guarantee is called, and in the end find a breach of the contract
 * (Civil Code arts. 634, 646). All of it is public.
 */
@ApplicationScoped
public class InstalmentDefaults {

  /** How many working days the buyer has after the reminder; the law says a reasonable time. */
  public static final int GRACE_WORKING_DAYS = 10;

  private static final int WORDS_MAX = 2_000;

  private final Instalments instalments;
  private final PgInstalmentDefaultStore defaults;
  private final Clock clock;
  private final WorkingCalendar calendar = WorkingCalendar.published();

  InstalmentDefaults(Instalments instalments, PgInstalmentDefaultStore defaults, Clock clock) {
    this.instalments = instalments;
    this.defaults = defaults;
    this.clock = clock;
  }

  /** The moment from which an instalment is overdue, although the buyer was reminded. */
  public Instant overdueAt(PriceInstalment instalment) {
    LocalDate due = WorkingCalendar.dayOf(instalment.dueAt().minusNanos(1));
    return calendar.plusWorkingDays(due, GRACE_WORKING_DAYS).endsAt();
  }

  /** Notes that the clock has come to a step, unless the instalment has come in meanwhile. */
  public Uni<Answer<Boolean>> note(ContractId contract, int number, InstalmentStep step) {
    return isAwaited(contract, number)
        .chain(
            awaited ->
                awaited
                    ? defaults.keep(
                        new InstalmentDefaultView(contract, number, step, "", clock.instant()))
                    : Uni.createFrom().voidItem())
        .replaceWith(Answer.done(true));
  }

  /**
   * Notes what two persons have decided: that the guarantee is called, or that it is a breach; with
   * words that say why. Nothing is noted of an instalment that has come in meanwhile.
   */
  public Uni<Answer<Boolean>> decide(
      ContractId contract,
      int number,
      InstalmentStep step,
      String words,
      Actor proposer,
      Actor confirmer) {
    if (words.isBlank() || words.length() > WORDS_MAX) {
      return refused(SettlementRefusal.TEXT_OUT_OF_BOUNDS, "what is decided is said in words");
    }
    if (proposer.account().equals(confirmer.account())) {
      return refused(SettlementRefusal.FOUR_EYES, "who proposes it does not confirm it");
    }
    return isAwaited(contract, number)
        .chain(
            awaited ->
                awaited
                    ? defaults.keep(
                        new InstalmentDefaultView(contract, number, step, words, clock.instant()))
                    : Uni.createFrom().voidItem())
        .replaceWith(Answer.done(true));
  }

  /** What was noted of a contract, oldest first. */
  public Uni<List<InstalmentDefaultView>> of(ContractId contract) {
    return defaults.of(contract);
  }

  private Uni<Boolean> isAwaited(ContractId contract, int number) {
    return instalments.of(contract).map(all -> all.stream().anyMatch(it -> isAwaited(it, number)));
  }

  private static boolean isAwaited(InstalmentView instalment, int number) {
    return instalment.instalment().number() == number && !instalment.isShared();
  }

  private static Uni<Answer<Boolean>> refused(SettlementRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }
}
