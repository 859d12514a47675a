package eco.exchange.lab.bench.measure;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * A closed loop of requests, always the same number of them at once: each answer is followed by the
 * next request.
 */
public final class ClosedLoop {

  private static final List<Executor> HERE = List.of(Runnable::run);

  private final LongFunction<Uni<?>> ask;
  private final LongPredicate isOver;
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong inFlight = new AtomicLong();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final Latencies latencies = new Latencies();

  private ClosedLoop(LongFunction<Uni<?>> ask, LongPredicate isOver) {
    this.ask = ask;
    this.isOver = isOver;
  }

  /**
   * What came of it.
   *
   * @param answered how many questions were asked, and answered
   * @param nanos how long all of it took
   * @param latencies how long each took
   */
  public record Outcome(long answered, long nanos, Latencies latencies) {

    /** How many of so many came in a second. */
    public long rateOf(long some) {
      return some * 1_000 / Math.max(1, nanos / 1_000_000);
    }

    /** Answers a second. */
    public long rate() {
      return rateOf(answered);
    }
  }

  /**
   * Asks for some time.
   *
   * @param ask asks the question of a number, from 0
   * @param width how many questions are under way at a time
   */
  public static Outcome during(LongFunction<Uni<?>> ask, int width, long nanos)
      throws InterruptedException {
    return during(ask, width, nanos, HERE);
  }

  /** Asks from several places, which take turns; otherwise as the other. */
  static Outcome during(LongFunction<Uni<?>> ask, int width, long nanos, List<Executor> places)
      throws InterruptedException {
    long end = System.nanoTime() + nanos;
    return new ClosedLoop(ask, asked -> System.nanoTime() > end).run(width, places);
  }

  /** Asks some number of times; otherwise as {@link #during}. */
  public static Outcome of(LongFunction<Uni<?>> ask, int width, long questions)
      throws InterruptedException {
    return of(ask, width, questions, HERE);
  }

  /** Asks from several places, which take turns; otherwise as the other. */
  static Outcome of(LongFunction<Uni<?>> ask, int width, long questions, List<Executor> places)
      throws InterruptedException {
    return new ClosedLoop(ask, asked -> asked >= questions).run(width, places);
  }

  private Outcome run(int width, List<Executor> places) throws InterruptedException {
    long begun = System.nanoTime();
    inFlight.set(width);
    for (int i = 0; i < width; i++) {
      places.get(i % places.size()).execute(this::next);
    }
    try {
      over.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a question failed under load", e.getCause());
    }
    long nanos = System.nanoTime() - begun;
    synchronized (latencies) {
      return new Outcome(latencies.count(), nanos, latencies);
    }
  }

  private void next() {
    long number = asked.getAndIncrement();
    if (isOver.test(number)) {
      if (inFlight.decrementAndGet() == 0) {
        over.complete(null);
      }
      return;
    }
    long begun = System.nanoTime();
    ask.apply(number).subscribe().with(answer -> told(begun), over::completeExceptionally);
  }

  private void told(long begun) {
    synchronized (latencies) {
      latencies.add(System.nanoTime() - begun);
    }
    next();
  }
}
