package eco.exchange.bidding.award;

import eco.exchange.event.AwardEvent.LotAwarded;
import eco.exchange.event.MarketEvent;
import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Awards in memory, under one lock. */
public final class MemoryAwardStore implements AwardStore {

  private final List<MarketEvent> events;
  private final List<AwardView> awards = new ArrayList<>();
  private final List<LapseView> lapses = new ArrayList<>();

  public MemoryAwardStore(List<MarketEvent> events) {
    this.events = events;
  }

  public synchronized void published(LotAwarded awarded, Instant awardedAt) {
    awards.add(AwardView.published(awarded, awardedAt));
  }

  @Override
  public Uni<Optional<AwardView>> award(TradeId trade) {
    return under(() -> awardsOf(trade).reduce((earlier, later) -> later));
  }

  @Override
  public Uni<Optional<AwardView>> award(TradeId trade, int attempt) {
    return under(() -> awardsOf(trade).filter(it -> it.attempt() == attempt).findAny());
  }

  private Stream<AwardView> awardsOf(TradeId trade) {
    return awards.stream().filter(it -> it.trade().equals(trade));
  }

  @Override
  public Uni<Optional<LapseView>> lapse(TradeId trade, int attempt) {
    return under(
        () ->
            lapses.stream()
                .filter(it -> it.trade().equals(trade) && it.attempt() == attempt)
                .max(Comparator.comparing(LapseView::number)));
  }

  @Override
  public Uni<Boolean> decide(AwardReview decision, MarketEvent event) {
    return under(
        () ->
            replaced(decision.award(), it -> it.state() == AwardView.State.PUBLISHED)
                && events.add(event));
  }

  private boolean replaced(AwardView next, Predicate<AwardView> still) {
    for (AwardView known : awards) {
      if (known.trade().equals(next.trade())
          && known.attempt() == next.attempt()
          && still.test(known)) {
        awards.set(awards.indexOf(known), next);
        return true;
      }
    }
    return false;
  }

  @Override
  public Uni<Boolean> propose(LapseView lapse, MarketEvent event) {
    return under(() -> lapses.add(lapse) && events.add(event));
  }

  @Override
  public Uni<Boolean> lapse(LapseView confirmed, MarketEvent event) {
    return under(
        () -> {
          AwardView award =
              awardsOf(confirmed.trade())
                  .filter(it -> it.attempt() == confirmed.attempt())
                  .findAny()
                  .orElseThrow();
          return replaced(confirmed) && replaced(award.lapsed(), any -> true) && events.add(event);
        });
  }

  @Override
  public Uni<Boolean> dismiss(LapseView dismissed) {
    return under(() -> replaced(dismissed));
  }

  private boolean replaced(LapseView next) {
    boolean gone =
        lapses.removeIf(
            it ->
                it.isOpen()
                    && it.trade().equals(next.trade())
                    && it.attempt() == next.attempt()
                    && it.number() == next.number());
    return gone && lapses.add(next);
  }

  @Override
  public Uni<Boolean> passOn(PassingOn passing, MarketEvent event) {
    return under(
        () -> {
          if (!replaced(passing.lapsed(), it -> it.passedOn().isEmpty())) {
            return false;
          }
          passing.next().ifPresent(awards::add);
          return events.add(event);
        });
  }

  private <T> Uni<T> under(Supplier<T> act) {
    return Uni.createFrom()
        .item(
            () -> {
              synchronized (this) {
                return act.get();
              }
            });
  }
}
