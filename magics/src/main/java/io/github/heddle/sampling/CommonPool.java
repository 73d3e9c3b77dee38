package io.github.heddle.sampling;

import io.github.heddle.scope.JdkFields;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/// Reads from which queue each thread of the common pool took its work, and to which queue a thread
/// outside submits. The JDK shows neither, so this looks at the fields behind them; it needs
/// `--add-opens` of `java.base/java.lang` and `java.base/java.util.concurrent`, and there is none
/// where that is missing. All of it may change at any moment. Any thread.
final class CommonPool {
  /// These bits of a thread's probe choose its queue among those for submissions.
  private static final int SUBMISSION = 0x3ffe;

  /// This bit of a queue's phase says that its thread has nothing to do.
  private static final int IDLE = 1 << 16;

  private final Field probe;
  private final Field queues;
  private final Field own;
  private final Field owner;
  private final Field source;
  private final Field steals;
  private final Field phase;

  private CommonPool() throws ReflectiveOperationException {
    probe = JdkFields.open(Thread.class, "threadLocalRandomProbe");
    queues = JdkFields.open(ForkJoinPool.class, "queues");
    own = JdkFields.open(ForkJoinWorkerThread.class, "workQueue");
    owner = JdkFields.open(own.getType(), "owner");
    source = JdkFields.open(own.getType(), "source");
    steals = JdkFields.open(own.getType(), "nsteals");
    phase = JdkFields.open(own.getType(), "phase");
  }

  /// Where a thread took its work from.
  ///
  /// @param from the queue; null where it took none yet, or the queue is gone
  /// @param submitted whether what is in that queue came from outside the pool
  /// @param count how often it took work; it does the same as long as this does not change
  /// @param idle whether it does nothing now
  record Taken(@Nullable Object from, boolean submitted, int count, boolean idle) {
    boolean sameAs(Taken other) {
      return Objects.equals(from, other.from) && count == other.count;
    }
  }

  /// The way to read it, where this JVM allows it.
  static Optional<CommonPool> reader() {
    try {
      return Optional.of(new CommonPool());
    } catch (ReflectiveOperationException | InaccessibleObjectException notHere) {
      return Optional.empty();
    }
  }

  /// The queue of a thread of the pool.
  Object queue(ForkJoinWorkerThread worker) {
    return reading(() -> own.get(worker));
  }

  /// What the thread of that queue does.
  Taken taken(Object queue) {
    return reading(() -> {
      int count = steals.getInt(queue);
      Object from = count == 0 ? null : at(source.getInt(queue));
      boolean idle = (phase.getInt(queue) & IDLE) != 0;
      return new Taken(from, from != null && owner.get(from) == null, count, idle);
    });
  }

  /// The queue to which a thread that is not of the pool submits; empty where it never did.
  Optional<Object> submissions(Thread thread) {
    return reading(() -> {
      int number = probe.getInt(thread);
      return number == 0
          ? Optional.empty()
          : Optional.ofNullable(at(number & SUBMISSION & (queues().length - 1)));
    });
  }

  private @Nullable Object at(int index) throws IllegalAccessException {
    @Nullable Object[] all = queues();
    return index >= 0 && index < all.length ? all[index] : null;
  }

  private @Nullable Object[] queues() throws IllegalAccessException {
    return (@Nullable Object[]) queues.get(ForkJoinPool.commonPool());
  }

  private interface Reading<V> {
    V read() throws IllegalAccessException;
  }

  private static <V> V reading(Reading<V> reading) {
    try {
      return reading.read();
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("the fields were opened", impossible);
    }
  }
}
