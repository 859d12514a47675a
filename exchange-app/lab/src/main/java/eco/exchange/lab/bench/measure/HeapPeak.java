package eco.exchange.lab.bench.measure;

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
 * The peak of the heap over a while: what objects need, as a whole collection of garbage leaves it.
 * One is asked for every second, for what only part of the garbage was taken from tells nothing.
 */
public final class HeapPeak {

  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final String WHOLE = "end of major GC";

  private final AtomicLong peak = new AtomicLong();
  private final Thread collector = Thread.ofPlatform().daemon().unstarted(HeapPeak::collect);

  private HeapPeak() {}

  /** The heap from now on. */
  public static HeapPeak watched() {
    HeapPeak heap = new HeapPeak();
    ManagementFactory.getGarbageCollectorMXBeans()
        .forEach(
            collector ->
                ((NotificationEmitter) collector)
                    .addNotificationListener(
                        (told, none) -> heap.note((CompositeData) told.getUserData()), null, null));
    heap.collector.start();
    return heap;
  }

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

  /** The greatest of the while, which ends now. */
  public long peakMegabytes() {
    collector.interrupt();
    return peak.get() >> 20;
  }
}
