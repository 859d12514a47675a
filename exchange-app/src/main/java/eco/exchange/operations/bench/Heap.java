package eco.exchange.operations.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** What objects need, as each collection of garbage leaves it: the greatest of a while. */
final class Heap {

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
    return heap;
  }

  private void note(CompositeData told) {
    List<String> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(pool -> pool.getName())
            .toList();
    long left =
        GarbageCollectionNotificationInfo.from(told)
            .getGcInfo()
            .getMemoryUsageAfterGc()
            .entrySet()
            .stream()
            .filter(pool -> pools.contains(pool.getKey()))
            .mapToLong(pool -> pool.getValue().getUsed())
            .sum();
    peak.accumulateAndGet(left, Math::max);
  }

  long peakMegabytes() {
    return peak.get() >> 20;
  }
}
