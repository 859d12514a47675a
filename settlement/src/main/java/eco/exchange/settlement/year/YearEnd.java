package eco.exchange.settlement.year;

import eco.exchange.answer.Answer;
import eco.exchange.calendar.WorkingCalendar;
import eco.exchange.market.Actor;
import eco.exchange.market.ContractId;
import eco.exchange.market.Page;
import eco.exchange.settlement.books.SettlementRefusal;
import eco.exchange.settlement.revenue.Revenues;
import eco.exchange.settlement.review.RevenueReview;
import eco.exchange.settlement.rows.PageStream;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whole years of all contracts: shared by runs, and in the end closed.
 *
 * <p>Idempotent: repeating a call returns the first answer.
 */
@ApplicationScoped
public class YearEnd {

  /** How many contracts are in hand at a time, however many there are. */
  private static final int IN_HAND = 512;

  private final Revenues revenues;
  private final RevenueReview review;
  private final PgYearStore store;
  private final PgYearRunStore runs;
  private final Clock clock;

  YearEnd(
      Revenues revenues,
      RevenueReview review,
      PgYearStore store,
      PgYearRunStore runs,
      Clock clock) {
    this.revenues = revenues;
    this.review = review;
    this.store = store;
    this.runs = runs;
    this.clock = clock;
  }

  /** The reviews of single revenues, which end when a run has shared them. */
  public interface Reviews {

    /** The revenue of a contract is shared, and nobody need look at it any more. */
    Uni<Void> shared(ContractId contract, int year);
  }

  /**
   * Proposes to share every revenue of a year that has come in and is not shared yet. While a run
   * is proposed or under way, that one is meant.
   */
  public Uni<Answer<YearRunView>> propose(int year, Actor officer) {
    return runs.open(year)
        .chain(
            open ->
                open.isPresent()
                    ? Uni.createFrom().item(Answer.done(open.get()))
                    : store
                        .due(year, "", 1)
                        .chain(
                            due ->
                                due.isEmpty()
                                    ? refused(
                                        SettlementRefusal.NOTHING_TO_SHARE,
                                        "no revenue of %d waits".formatted(year))
                                    : runs.propose(year, officer.account(), clock.instant())
                                        .map(Answer::done)));
  }

  /** Approves a run, as somebody else than who has proposed it; it is carried out soon after. */
  public Uni<Answer<YearRunView>> approve(long run, Actor manager) {
    return decided(
        run, manager, proposed -> runs.approve(proposed, manager.account(), clock.instant()));
  }

  /** Rejects a run; nothing is shared by it. */
  public Uni<Answer<YearRunView>> reject(long run, Actor manager) {
    return decided(run, manager, proposed -> runs.end(run, clock.instant()));
  }

  private Uni<Answer<YearRunView>> decided(
      long run, Actor manager, Function<YearRunView, Uni<Void>> decision) {
    return runs.run(run)
        .chain(
            found -> {
              if (found.isEmpty()) {
                return refused(SettlementRefusal.RUN_UNKNOWN, "no run " + run);
              }
              YearRunView proposed = found.get();
              if (proposed.proposedBy().equals(manager.account())) {
                return refused(
                    SettlementRefusal.FOUR_EYES, "who proposes a run does not decide about it");
              }
              return proposed.state() == YearRunView.State.PROPOSED
                  ? decision
                      .apply(proposed)
                      .chain(() -> runs.run(run))
                      .map(after -> Answer.done(after.orElseThrow()))
                  : Uni.createFrom().item(Answer.done(proposed));
            });
  }

  /**
   * Carries out the runs that are approved. One that was broken off is simply gone on with: what is
   * shared is shared once.
   *
   * @return the runs that have ended by this
   */
  public Uni<List<YearRunView>> goOn(Reviews reviews) {
    return runs.underWay()
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(
            run ->
                carriedOut(run, reviews)
                    .chain(() -> runs.end(run.run(), clock.instant()))
                    .chain(() -> runs.run(run.run()))
                    .map(Optional::orElseThrow))
        .collect()
        .asList();
  }

  private Uni<Void> carriedOut(YearRunView run, Reviews reviews) {
    return PageStream.of("", ContractId::number, after -> store.due(run.year(), after, IN_HAND))
        .group()
        .intoLists()
        .of(IN_HAND)
        .onItem()
        .transformToMultiAndConcatenate(due -> agreed(run, due))
        .onItem()
        .transformToUni(contract -> share(run, contract, reviews))
        .merge(IN_HAND)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Of some contracts those whose revenue can be shared; the others are left out. */
  private Multi<ContractId> agreed(YearRunView run, List<ContractId> due) {
    return Uni.combine()
        .all()
        .unis(review.disputed(due, run.year()), review.beingVerified(due, run.year()))
        .with(
            (disputed, unverified) ->
                due.stream()
                    .filter(
                        contract -> disputed.contains(contract) || unverified.contains(contract))
                    .toList())
        .call(
            apart ->
                runs.leaveOut(run.run(), apart, SettlementRefusal.DIFFERENCE_UNEXPLAINED.name()))
        .onItem()
        .transformToMulti(
            apart ->
                Multi.createFrom()
                    .iterable(due.stream().filter(contract -> !apart.contains(contract)).toList()));
  }

  private Uni<Void> share(YearRunView run, ContractId contract, Reviews reviews) {
    return revenues
        .distribute(contract, run.year())
        .chain(
            answer ->
                switch (answer) {
                  case Answer.Done<?> done -> reviews.shared(contract, run.year());
                  case Answer.Refused<?> refused ->
                      runs.leaveOut(
                          run.run(),
                          List.of(contract),
                          refused.reasons().getFirst().reason().name());
                });
  }

  /** The runs of a year, latest first. */
  public Uni<List<YearRunView>> runs(int year) {
    return runs.runs(year);
  }

  /** What a run has left out, by the number of the contract. */
  public Uni<Page<LeftOutView>> leftOut(long run, Optional<String> after, int limit) {
    return runs.leftOut(run, after, Math.clamp(limit, 1, Page.LIMIT_MAX));
  }

  /**
   * Closes a year that is over and shared: nothing of it is reported or shared any more, but what
   * is found of it later.
   */
  public Uni<Answer<ClosedYearView>> close(int year, Actor officer) {
    if (WorkingCalendar.dayOf(clock.instant()).getYear() <= year) {
      return refused(SettlementRefusal.YEAR_NOT_OVER, year + " is not over");
    }
    return store
        .due(year, "", 1)
        .chain(
            due ->
                due.isEmpty()
                    ? closeUnlessAwaited(year, officer)
                    : refused(
                        SettlementRefusal.REVENUE_NOT_SHARED,
                        "the revenue of %s has come in".formatted(due.getFirst())));
  }

  private Uni<Answer<ClosedYearView>> closeUnlessAwaited(int year, Actor officer) {
    return store
        .awaited(year)
        .chain(
            awaited ->
                awaited.isEmpty()
                    ? store.close(year, officer.account(), clock.instant()).map(Answer::done)
                    : refused(
                        SettlementRefusal.YEAR_AWAITED,
                        "the revenue of %s has not come in".formatted(awaited.get())));
  }

  private static <T> Uni<Answer<T>> refused(SettlementRefusal reason, String detail) {
    return Uni.createFrom().item(Answer.refused(reason, detail));
  }
}
