package eco.exchange.bidding;

import eco.exchange.market.TradeId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the rounds of many desks together: one statement, hence one flush to the disk, for all the
 * lots whose rounds wait at this moment.
 *
 * <p>A few statements are under way at a time; what arrives meanwhile gathers. If one fails, its
 * rounds are written one by one, so that no lot suffers for another; a round that stands already is
 * found by its names.
 */
final class SharedCommit {

  /** Writes rounds of different lots in one statement, and tells what became of each. */
  interface Writer {
    Uni<List<Commitment>> write(List<Round> rounds);
  }

  private record Waiting(Round round, boolean alone, UniEmitter<? super Commitment> told) {
    TradeId lot() {
      return round.after().trade();
    }

    Waiting byItself() {
      return new Waiting(round, true, told);
    }
  }

  private static final int UNDER_WAY_MAX = 2;
  private static final int ROUNDS_MAX = 64;

  private final Writer writer;

  // Both are guarded by this.
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int underWay;

  SharedCommit(Writer writer) {
    this.writer = writer;
  }

  Uni<Commitment> commit(Round round) {
    return Uni.createFrom()
        .emitter(
            told -> {
              gather(List.of(new Waiting(round, false, told)));
              goOn();
            });
  }

  private synchronized void gather(List<Waiting> rounds) {
    waiting.addAll(rounds);
  }

  private void goOn() {
    for (List<Waiting> next = next(); !next.isEmpty(); next = next()) {
      write(next);
    }
  }

  private synchronized List<Waiting> next() {
    List<Waiting> next = new ArrayList<>();
    if (underWay == UNDER_WAY_MAX || waiting.isEmpty()) {
      return next;
    }
    Set<TradeId> lots = new HashSet<>();
    do {
      Waiting first = waiting.remove();
      lots.add(first.lot());
      next.add(first);
    } while (next.size() < ROUNDS_MAX && mayJoin(next.getFirst(), lots));
    underWay++;
    return next;
  }

  // Two rounds of one lot, from an old desk and a new one, were judged on the same version.
  private boolean mayJoin(Waiting first, Set<TradeId> lots) {
    return !first.alone()
        && !waiting.isEmpty()
        && !waiting.getFirst().alone()
        && !lots.contains(waiting.getFirst().lot());
  }

  private synchronized void done() {
    underWay--;
  }

  private void write(List<Waiting> rounds) {
    writer
        .write(rounds.stream().map(Waiting::round).toList())
        .subscribe()
        .with(
            commitments -> {
              done();
              for (int i = 0; i < rounds.size(); i++) {
                rounds.get(i).told().complete(commitments.get(i));
              }
              goOn();
            },
            failure -> {
              done();
              failed(rounds, failure);
              goOn();
            });
  }

  private void failed(List<Waiting> rounds, Throwable failure) {
    if (rounds.size() == 1) {
      rounds.getFirst().told().fail(failure);
    } else {
      gather(rounds.stream().map(Waiting::byItself).toList());
    }
  }
}
