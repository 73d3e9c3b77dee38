package io.github.heddle.sampling;

import io.github.heddle.trace.GcPauses;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/// How long the garbage collector of this JVM stops all threads, counted from when the meter was
/// made. The JVM tells it in milliseconds. Any thread.
public final class GcMeter {
  /// Collectors that work beside the program count their cycles, too; those stop nothing.
  private static final String BESIDE = "Cycles";

  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans().stream()
          .filter(collector -> !collector.getName().endsWith(BESIDE))
          .toList();
  private final GcPauses before = total();

  /// Begins to count.
  public static GcMeter fromNow() {
    return new GcMeter();
  }

  private GcMeter() {}

  /// The pauses since.
  public GcPauses pauses() {
    GcPauses now = total();
    return new GcPauses(now.count() - before.count(), now.nanos() - before.nanos());
  }

  private GcPauses total() {
    long count = 0;
    long millis = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      count += Math.max(0, collector.getCollectionCount());
      millis += Math.max(0, collector.getCollectionTime());
    }
    return new GcPauses(count, 1_000_000 * millis);
  }
}
