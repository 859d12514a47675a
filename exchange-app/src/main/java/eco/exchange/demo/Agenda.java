package eco.exchange.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Several trades walk side by side on one market clock, and none may be hurried past its hour.
 *
 * <p>A walk that has nothing to do before some instant waits for it here. Only when all walks wait
 * is the clock moved, and only to the earliest of the instants.
 */
public final class Agenda {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Map<Thread, Instant> waiting = new HashMap<>();
  private final Consumer<Instant> clock;
  private int walking;

  /**
   * Makes an agenda.
   *
   * @param walks how many walks there are; each ends with {@link #leave}
   * @param clock moves the market clock to an instant, or leaves it if it is already later
   */
  public Agenda(int walks, Consumer<Instant> clock) {
    this.walking = walks;
    this.clock = clock;
  }

  /** Waits until the market clock has reached the instant. */
  public void until(Instant instant) throws InterruptedException {
    lock.lock();
    try {
      waiting.put(Thread.currentThread(), instant);
      moveIfAllWait();
      while (waiting.containsKey(Thread.currentThread())) {
        moved.await();
      }
    } finally {
      waiting.remove(Thread.currentThread());
      lock.unlock();
    }
  }

  /** Ends a walk: the others need not wait for it any more. */
  public void leave() {
    lock.lock();
    try {
      walking--;
      moveIfAllWait();
    } finally {
      lock.unlock();
    }
  }

  private void moveIfAllWait() {
    if (waiting.isEmpty() || waiting.size() < walking) {
      return;
    }
    Instant earliest = waiting.values().stream().min(Instant::compareTo).orElseThrow();
    clock.accept(earliest);
    waiting.values().removeIf(instant -> !instant.isAfter(earliest));
    moved.signalAll();
  }
}
