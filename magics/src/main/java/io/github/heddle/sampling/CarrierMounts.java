package io.github.heddle.sampling;

import io.github.heddle.scope.JdkFields;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/// Reads which virtual thread is mounted on a carrier of the JDK's own scheduler, and how often the
/// carrier has begun with another one. The JDK shows neither, so this looks at the fields behind
/// them; it needs `--add-opens` of `java.base/java.lang`, `java.base/java.util.concurrent` and
/// `java.base/jdk.internal.vm`, and there is none where that is missing. All of it may change at
/// any moment. Any thread.
final class CarrierMounts {
  private static final String CARRIER = "jdk.internal.misc.CarrierThread";

  private final Field continuation;
  private final Field target;
  private final Field mounted;
  private final Field queue;
  private final Field steals;
  private final Field base;

  private CarrierMounts() throws ReflectiveOperationException {
    continuation = JdkFields.open(Thread.class, "cont");
    target = JdkFields.open(continuation.getType(), "target");
    mounted =
        JdkFields.open(
            Class.forName("java.lang.VirtualThread$VThreadContinuation$1"), "val$vthread");
    queue = JdkFields.open(ForkJoinWorkerThread.class, "workQueue");
    steals = JdkFields.open(queue.getType(), "nsteals");
    base = JdkFields.open(queue.getType(), "base");
  }

  /// The way to read it, where this JVM allows it.
  static Optional<CarrierMounts> reader() {
    try {
      return Optional.of(new CarrierMounts());
    } catch (ReflectiveOperationException | InaccessibleObjectException notHere) {
      return Optional.empty();
    }
  }

  /// Whether virtual threads are mounted on that thread by the JDK's own scheduler.
  static boolean carries(Thread thread) {
    return thread.getClass().getName().equals(CARRIER);
  }

  /// What a carrier does.
  ///
  /// @param thread what is mounted; empty where nothing is
  /// @param begun how often it took a virtual thread from a queue that is not its own
  /// @param taken how many were taken from its own queue, by it or by others
  record Mount(Optional<Thread> thread, int begun, int taken) {}

  /// What the carrier does; empty where that changes right now.
  Optional<Mount> on(ForkJoinWorkerThread carrier) {
    Mount first = read(carrier);
    return Optional.of(first).filter(_ -> first.equals(read(carrier)));
  }

  private Mount read(ForkJoinWorkerThread carrier) {
    try {
      Object own = queue.get(carrier);
      return own == null
          ? new Mount(Optional.empty(), 0, 0)
          : new Mount(thread(carrier), steals.getInt(own), base.getInt(own));
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("the fields were opened", impossible);
    }
  }

  private Optional<Thread> thread(Thread carrier) throws IllegalAccessException {
    @Nullable Object mount = continuation.get(carrier);
    @Nullable Object body = mount == null ? null : target.get(mount);
    return mounted.getDeclaringClass().isInstance(body)
        ? Optional.of((Thread) mounted.get(body))
        : Optional.empty();
  }
}
