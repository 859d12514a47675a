package eco.exchange.settlement;

import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Actor;
import eco.exchange.market.Answer;
import eco.exchange.market.ContractId;
import eco.exchange.settlement.distribution.ClosedYearView;
import eco.exchange.settlement.distribution.YearRunView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is done with a whole year of all contracts: it is shared, and in the end closed. */
@ApplicationScoped
public class YearEnd {

  /** How many contracts are in hand at a time, however many there are. */
  private static final int IN_HAND = 512;

  private final Settlement settlement;
  private final PgYearStore store;
  private final Clock clock;

  YearEnd(Settlement settlement, PgYearStore store, Clock clock) {
    this.settlement = settlement;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Shares every revenue of a year that has come in and is not shared yet. A run that was broken
   * off is simply begun again: what is shared is shared once.
   */
  public Uni<YearRunView> distribute(int year) {
    return Pages.of("", ContractId::number, after -> store.due(year, after, IN_HAND))
        .onItem()
        .transformToUni(contract -> settlement.distribute(contract, year))
        .merge(IN_HAND)
        .onItem()
        .scan(() -> new YearRunView(year, 0, 0), YearRunView::and)
        .collect()
        .last();
  }

  /** Closes a year that is over and shared: nothing of it is reported or shared any more. */
  public Uni<Answer<ClosedYearView>> close(int year, Actor officer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (WorkingCalendar.dayOf(now).getYear() <= year) {
      return refused(SettlementRefusal.YEAR_NOT_OVER, year + " is not over");
    }
    return store
        .due(year, "", 1)
        .chain(
            due ->
                due.isEmpty()
                    ? store.close(year, officer.account(), now).map(Answer::done)
                    : refused(
                        SettlementRefusal.REVENUE_NOT_SHARED,
                        "the revenue of %s has come in".formatted(due.getFirst())));
  }

  private static Uni<Answer<ClosedYearView>> refused(SettlementRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }
}
