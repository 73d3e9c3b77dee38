package io.github.heddle.sampling;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// What objects on the heap of this process take. For one thread.
final class HeapMeter {
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);
  private final List<String> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .toList();
  private long collections;
  private OptionalLong afterCollection = OptionalLong.empty();

  /// What all objects take now, in bytes, those included that nobody reaches any more. A tenth of a
  /// microsecond, where the JVM's own number for it takes thirty.
  static long usedBytes() {
    return usedBytes(
        () -> Runtime.getRuntime().totalMemory(), () -> Runtime.getRuntime().freeMemory());
  }

  /// Two answers that are about one moment: a collection in between may change the size of the
  /// heap.
  static long usedBytes(LongSupplier total, LongSupplier free) {
    while (true) {
      long before = total.getAsLong();
      long unused = free.getAsLong();
      if (before == total.getAsLong()) {
        return before - unused;
      }
    }
  }

  /// What was left after the last garbage collection. Two hundredths of a millisecond where there
  /// was one since the last time, else less than a microsecond.
  OptionalLong afterCollectionBytes() {
    long count = collections();
    if (count != collections) {
      collections = count;
      afterCollection =
          collectors.stream()
              .map(GarbageCollectorMXBean::getLastGcInfo)
              .filter(Objects::nonNull)
              .max(Comparator.comparingLong(GcInfo::getEndTime))
              .stream()
              .mapToLong(this::left)
              .findFirst();
    }
    return afterCollection;
  }

  private long collections() {
    long count = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      count += collector.getCollectionCount();
    }
    return count;
  }

  private long left(GcInfo collection) {
    return collection.getMemoryUsageAfterGc().entrySet().stream()
        .filter(pool -> pools.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }
}
