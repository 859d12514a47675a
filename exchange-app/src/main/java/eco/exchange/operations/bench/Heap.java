package eco.exchange.operations.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * What objects need, as a whole collection of garbage leaves it: the greatest of a while. One is
 * asked for every second, for what only part of the garbage was taken from tells nothing.
 */
final class Heap {

  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final String WHOLE = "end of major GC";

  private final AtomicLong peak = new AtomicLong();

  private Heap() {}

  /** The heap from now on. */
  static Heap watched() {
    Heap heap = new Heap();
    ManagementFactory.getGarbageCollectorMXBeans()
        .forEach(
            collector ->
                ((NotificationEmitter) collector)
                    .addNotificationListener(
                        (told, none) -> heap.note((CompositeData) told.getUserData()), null, null));
    Thread.ofVirtual().start(Heap::collect);
    return heap;
  }

  // As long as the program runs, which ends with what is measured.
  private static void collect() {
    while (!Thread.currentThread().isInterrupted()) {
      System.gc();
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }

  private void note(CompositeData told) {
    GarbageCollectionNotificationInfo collection = GarbageCollectionNotificationInfo.from(told);
    if (!collection.getGcAction().equals(WHOLE)) {
      return;
    }
    List<String> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(pool -> pool.getName())
            .toList();
    long left =
        collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
            .filter(pool -> pools.contains(pool.getKey()))
            .mapToLong(pool -> pool.getValue().getUsed())
            .sum();
    peak.accumulateAndGet(left, Math::max);
  }

  long peakMegabytes() {
    return peak.get() >> 20;
  }
}
