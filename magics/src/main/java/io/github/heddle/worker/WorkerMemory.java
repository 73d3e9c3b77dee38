package io.github.heddle.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/// How much memory worker processes may have.
///
/// @param limitBytes the memory of the machine, or of the container where that is less
/// @param cores how many cores there are: so many workers are usual
public record WorkerMemory(long limitBytes, int cores) {
  private static final long MEGABYTE = 1 << 20;

  /// What a JVM needs beside its heap.
  private static final long BESIDE_HEAP = 48 * MEGABYTE;

  private static final long SMALLEST_HEAP = 16 * MEGABYTE;

  /// The memory that this process may use.
  public static WorkerMemory ofThisProcess() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new WorkerMemory(
        system.getTotalMemorySize(), Runtime.getRuntime().availableProcessors());
  }

  /// How large the heap of each of so many workers may become: what was asked, or else a fair share
  /// of three quarters of the memory, but not more than a quarter, as in every JVM.
  ///
  /// @throws IllegalArgumentException with a sentence for the user, where that does not fit
  public long heapBytes(int workers, OptionalLong asked) {
    long fair = limitBytes / 4 * 3 / Math.max(workers, cores) - BESIDE_HEAP;
    if (asked.isEmpty() && fair < SMALLEST_HEAP) {
      throw new IllegalArgumentException(
          "%,d worker processes do not fit into %s of memory: at most %,d do"
              .formatted(workers, megabytes(limitBytes), most(SMALLEST_HEAP)));
    }
    if (asked.isPresent() && most(asked.getAsLong()) < workers) {
      throw new IllegalArgumentException(doNotFit(workers, asked.getAsLong()));
    }
    long heap = asked.orElse(Math.min(fair, limitBytes / 4));
    return heap / MEGABYTE * MEGABYTE;
  }

  private String doNotFit(int workers, long heapBytes) {
    long most = most(heapBytes);
    return "%s with a heap of %s %s not fit into %s of memory: %s"
        .formatted(
            workers == 1 ? "a worker process" : "%,d worker processes".formatted(workers),
            megabytes(heapBytes),
            workers == 1 ? "does" : "do",
            megabytes(limitBytes),
            most == 0
                ? "ask for less"
                : "at most %,d %s".formatted(most, most == 1 ? "does" : "do"));
  }

  /// How many workers with such a heap fit.
  private long most(long heapBytes) {
    return limitBytes / 4 * 3 / (heapBytes + BESIDE_HEAP);
  }

  private static String megabytes(long bytes) {
    return "%,d MB".formatted(bytes / MEGABYTE);
  }
}
