package io.github.heddle.scope;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;

/// The pools behind threads. An interrupt does not end a thread of a pool that waits for work: it
/// goes on waiting, and nothing of a cell runs on it. Which pool it belongs to the JDK does not
/// say, so this looks at the fields behind it; that needs `--add-opens` of `java.base/java.lang`
/// and `java.base/java.util.concurrent`. Any thread.
public final class Pools {
  private static final String PACKAGE = "java.util.concurrent.";

  /// Where threads of the JDK's pools, and the one that waits for all delayed tasks, are without
  /// work.
  private static final Set<String> WAITING_FOR_WORK =
      Set.of(
          PACKAGE + "ThreadPoolExecutor.getTask",
          PACKAGE + "ForkJoinPool.awaitWork",
          PACKAGE + "DelayScheduler.loop");

  private final Field holder;
  private final Field task;
  private final Class<?> worker;
  private final Field pool;

  private Pools() throws ReflectiveOperationException {
    holder = JdkFields.open(Thread.class, "holder");
    task = JdkFields.open(holder.getType(), "task");
    worker = Class.forName(ThreadPoolExecutor.class.getName() + "$Worker");
    pool = JdkFields.open(worker, "this$0");
  }

  /// The way to find them, where this JVM allows it.
  public static Optional<Pools> reader() {
    try {
      return Optional.of(new Pools());
    } catch (ReflectiveOperationException | InaccessibleObjectException notHere) {
      return Optional.empty();
    }
  }

  /// The pool that a thread works for, where it is an ordinary one of the JDK.
  public Optional<ExecutorService> of(Thread thread) {
    try {
      Object held = holder.get(thread);
      Object body = held == null ? null : task.get(held);
      return worker.isInstance(body)
          ? Optional.ofNullable((ExecutorService) pool.get(body))
          : Optional.empty();
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("the field was opened", impossible);
    }
  }

  /// Whether a thread with this stack belongs to a pool and has no work.
  public static boolean idle(List<StackTraceElement> stack) {
    return stack.stream()
        .anyMatch(
            frame -> WAITING_FOR_WORK.contains(frame.getClassName() + "." + frame.getMethodName()));
  }

  static boolean idle(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING -> idle(List.of(thread.getStackTrace()));
      case NEW, RUNNABLE, BLOCKED, TERMINATED -> false;
    };
  }
}
