package eco.exchange.relay;

import eco.exchange.event.MarketEvent;
import eco.exchange.outbox.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The handing on of the outbox's events to one listener: at least once, and in order within a
 * story.
 *
 * <p>Of all nodes on a database one relays at a time, the one that holds the relay's lock; if it
 * dies, its connection ends and another takes over. Stories are handed on side by side, the events
 * of a story one after the other. A listener that fails is asked again after a pause that doubles
 * up to a minute.
 */
@ApplicationScoped
public class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final long PAUSE_NANOS = 50_000_000;

  /** The one who hears every event. Called on a thread that may block; returns when it is done. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Does what follows the event. It may hear the same event again.
     *
     * @throws Throwable if it could not be done, and must be tried again
     */
    void hear(MarketEvent event) throws Throwable;
  }

  private final PgRelayStore store;
  private volatile @Nullable Thread thread;

  Relay(PgRelayStore store) {
    this.store = store;
  }

  /** Starts to hand on events, until {@link #stop}. */
  public synchronized void start(Listener listener) {
    if (thread == null) {
      Thread relaying = Thread.ofPlatform().daemon().name("relay").unstarted(() -> run(listener));
      thread = relaying;
      relaying.start();
    }
  }

  /** Stops after the events that are under way; none is lost, the next start goes on. */
  public synchronized void stop() throws InterruptedException {
    Thread running = thread;
    thread = null;
    if (running != null) {
      LockSupport.unpark(running);
      running.join(10_000);
    }
    store.forget();
  }

  /** Tells the relay that there may be something to hand on, so that it need not wait. */
  public void wake() {
    LockSupport.unpark(thread);
  }

  private void run(Listener listener) {
    try (ExecutorService stories = Executors.newVirtualThreadPerTaskExecutor()) {
      while (thread == Thread.currentThread()) {
        if (!handedOnSomething(listener, stories)) {
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }
  }

  private boolean handedOnSomething(Listener listener, ExecutorService stories) {
    try {
      Map<String, List<StoredEvent>> waiting =
          store.waiting().stream().collect(Collectors.groupingBy(StoredEvent::story));
      List<Callable<Boolean>> turns =
          waiting.values().stream()
              .map(story -> (Callable<Boolean>) () -> tell(story, listener))
              .toList();
      boolean any = false;
      for (Future<Boolean> turn : stories.invokeAll(turns)) {
        any |= turn.get();
      }
      return any;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | RuntimeException e) {
      LOG.warnf("the relay could not work and tries again: %s", e.getMessage());
      store.forget();
      LockSupport.parkNanos(20 * PAUSE_NANOS);
      return false;
    }
  }

  /** Tells one story in order, and says whether it got on. */
  private boolean tell(List<StoredEvent> story, Listener listener) {
    boolean any = false;
    for (StoredEvent stored : story) {
      try {
        MarketEvent event = EventJson.read(stored.kind(), stored.body());
        listener.hear(event);
        store.handedOn(stored);
        any = true;
      } catch (Throwable e) {
        LOG.errorf(
            e, "%s of %s failed at try %d", stored.kind(), stored.story(), stored.tries() + 1);
        store.failed(stored, String.valueOf(e.getMessage()));
        return any;
      }
    }
    return any;
  }
}
