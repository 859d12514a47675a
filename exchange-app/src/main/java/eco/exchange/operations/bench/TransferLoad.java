package eco.exchange.operations.bench;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/**
 * Something that is asked again and again, always the same number of times at once: each answer is
 * followed by the next question.
 */
final class TransferLoad {

  private final LongFunction<Uni<?>> ask;
  private final LongPredicate isOver;
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong inFlight = new AtomicLong();
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  private TransferLoad(LongFunction<Uni<?>> ask, LongPredicate isOver) {
    this.ask = ask;
    this.isOver = isOver;
  }

  /** Asks for some time, and returns how many answers came in a second. */
  static long rateDuring(LongFunction<Uni<?>> ask, int width, long nanos)
      throws InterruptedException {
    long end = System.nanoTime() + nanos;
    return new TransferLoad(ask, asked -> System.nanoTime() > end).rate(width);
  }

  /** Asks some number of times, and returns how many answers came in a second. */
  static long rateOf(LongFunction<Uni<?>> ask, int width, long questions)
      throws InterruptedException {
    return new TransferLoad(ask, asked -> asked >= questions).rate(width);
  }

  private long rate(int width) throws InterruptedException {
    long begun = System.nanoTime();
    inFlight.set(width);
    for (int i = 0; i < width; i++) {
      next();
    }
    try {
      over.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("settlement failed under load", e.getCause());
    }
    return answered.get() * 1_000_000 / ((System.nanoTime() - begun) / 1_000);
  }

  private void next() {
    long number = asked.getAndIncrement();
    if (isOver.test(number)) {
      if (inFlight.decrementAndGet() == 0) {
        over.complete(null);
      }
      return;
    }
    ask.apply(number)
        .subscribe()
        .with(
            answer -> {
              answered.incrementAndGet();
              next();
            },
            over::completeExceptionally);
  }
}
