package eco.exchange.storage;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * One transaction for all that waits, hence one flush to the disk for all of it.
 *
 * <p>A few batches are under way at a time; what arrives meanwhile gathers and is the next, so that
 * batches grow with the load by themselves. If one fails, each of its tasks is done by itself, so
 * that none suffers for another.
 *
 * @param <T> what is to be done
 * @param <A> what is answered
 */
public final class GroupCommit<T, A> {

  /** Does a batch, all of it or nothing, and answers each task in order. */
  public interface Work<T, A> {
    /** Does a batch. */
    Uni<List<A>> doAll(List<T> batch);
  }

  /**
   * How tasks come together.
   *
   * @param subject what a task is about; of one subject a batch has one task
   * @param weight how much a task adds to a batch
   * @param weightMax how much a batch takes; a heavier task goes alone
   * @param underWayMax how many batches are under way at a time
   */
  public record Manner<T>(
      Function<T, Object> subject, Function<T, Integer> weight, int weightMax, int underWayMax) {}

  private record Waiting<T, A>(T task, boolean alone, UniEmitter<? super A> told) {
    Waiting<T, A> byItself() {
      return new Waiting<>(task, true, told);
    }
  }

  private final Manner<T> manner;
  private final Work<T, A> work;

  // Both are guarded by this.
  private final Deque<Waiting<T, A>> waiting = new ArrayDeque<>();
  private int underWay;

  /** Lets tasks come together in a manner, and has them done by this work. */
  public GroupCommit(Manner<T> manner, Work<T, A> work) {
    this.manner = manner;
    this.work = work;
  }

  /** Takes a task; it is answered when what it has done is committed. */
  public Uni<A> take(T task) {
    return Uni.createFrom()
        .<A>emitter(
            told -> {
              gather(List.of(new Waiting<>(task, false, told)));
              goOn();
            })
        .emitOn(whereAsked());
  }

  // Whoever has asked goes on where he asked, and not in the midst of another's request.
  private static Executor whereAsked() {
    Context asked = Vertx.currentContext();
    return asked == null ? Runnable::run : next -> asked.runOnContext(on -> next.run());
  }

  private synchronized void gather(List<Waiting<T, A>> tasks) {
    waiting.addAll(tasks);
  }

  private void goOn() {
    for (List<Waiting<T, A>> next = next(); !next.isEmpty(); next = next()) {
      work(next);
    }
  }

  /** The batch to begin now; empty if nothing waits, or enough is under way. */
  private synchronized List<Waiting<T, A>> next() {
    List<Waiting<T, A>> next = new ArrayList<>();
    if (underWay == manner.underWayMax() || waiting.isEmpty()) {
      return next;
    }
    underWay++;
    Waiting<T, A> first = waiting.remove();
    next.add(first);
    if (!first.alone()) {
      joinTo(next);
    }
    return next;
  }

  // A task that cannot join keeps its place, and so do all of its subject behind it.
  private void joinTo(List<Waiting<T, A>> batch) {
    Set<Object> subjects = new HashSet<>();
    subjects.add(manner.subject().apply(batch.getFirst().task()));
    int weight = manner.weight().apply(batch.getFirst().task());
    Deque<Waiting<T, A>> kept = new ArrayDeque<>();
    while (!waiting.isEmpty() && weight < manner.weightMax() && kept.size() < manner.weightMax()) {
      Waiting<T, A> candidate = waiting.remove();
      int heavier = weight + manner.weight().apply(candidate.task());
      boolean isFirst = subjects.add(manner.subject().apply(candidate.task()));
      if (isFirst && !candidate.alone() && heavier <= manner.weightMax()) {
        batch.add(candidate);
        weight = heavier;
      } else {
        kept.push(candidate);
      }
    }
    kept.forEach(waiting::addFirst);
  }

  private synchronized void done() {
    underWay--;
  }

  private void work(List<Waiting<T, A>> batch) {
    work.doAll(batch.stream().map(Waiting::task).toList())
        .subscribe()
        .with(
            answers -> {
              for (int i = 0; i < batch.size(); i++) {
                batch.get(i).told().complete(answers.get(i));
              }
              over();
            },
            failure -> {
              failed(batch, failure);
              over();
            });
  }

  // Whoever is answered often asks again at once. That is to be in the next batch, so the place of
  // this one is free only after it.
  private void over() {
    whereAsked()
        .execute(
            () -> {
              done();
              goOn();
            });
  }

  private void failed(List<Waiting<T, A>> batch, Throwable failure) {
    if (batch.size() == 1) {
      batch.getFirst().told().fail(failure);
    } else {
      gather(batch.stream().map(Waiting::byItself).toList());
    }
  }
}
