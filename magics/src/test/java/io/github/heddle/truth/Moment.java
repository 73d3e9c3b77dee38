package io.github.heddle.truth;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;

/// All clocks, read by a task itself.
///
/// @param cpuNanos what the thread has run; of a virtual thread, its carrier
/// @param readyNanos how long that thread has waited for a core
record Moment(long nanos, long cpuNanos, long readyNanos) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long AT_ONCE = 500_000;
  private static final int ATTEMPTS = 20;
  private static final Path SCHEDULED = Path.of("/proc/thread-self/schedstat");

  /// Where the thread had to leave its core between two clocks they do not agree; then they are
  /// read again.
  static Moment now() {
    Moment read = read();
    for (int again = 0; again < ATTEMPTS && System.nanoTime() - read.nanos > AT_ONCE; again++) {
      read = read();
    }
    return read;
  }

  private static Moment read() {
    return new Moment(System.nanoTime(), cpu(), ready());
  }

  /// What the thread on a core has run.
  static long cpu() {
    return Thread.currentThread().isVirtual()
        ? THREADS.getThreadCpuTime(Carrier.ofCurrentThread().threadId())
        : THREADS.getCurrentThreadCpuTime();
  }

  private static long ready() {
    try {
      return Long.parseLong(Files.readString(SCHEDULED).split(" ", -1)[1]);
    } catch (IOException e) {
      throw new IllegalStateException("this system does not tell of waits for a core", e);
    }
  }

  /// The JDK shows the carrier to nobody; a test may look behind.
  private static final class Carrier {
    private static final Method CURRENT = method();

    static Thread ofCurrentThread() {
      try {
        return (Thread) CURRENT.invoke(null);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Method method() {
      try {
        Method current = Thread.class.getDeclaredMethod("currentCarrierThread");
        current.setAccessible(true);
        return current;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
