package io.github.heddle.sampling;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Which task a thread works for: on a worker the one that is under way; on a thread that a task
/// started, and on those that it starts in turn, that task. Written by the worker, read by any
/// thread.
public final class TaskUnderway {
  private static final int NONE = -1;

  /// A thread is born with what its parent works for then; a task itself costs nothing more than
  /// the note of its number.
  static final InheritableThreadLocal<@Nullable TaskUnderway> CURRENT =
      new InheritableThreadLocal<>() {
        @Override
        protected @Nullable TaskUnderway childValue(@Nullable TaskUnderway parent) {
          return parent == null ? null : new TaskUnderway(parent.number.get());
        }
      };

  private final AtomicInteger number;

  private TaskUnderway(int task) {
    number = new AtomicInteger(task);
  }

  /// Of the calling thread, which works for no task yet.
  static TaskUnderway ofCurrentThread() {
    TaskUnderway underway = new TaskUnderway(NONE);
    CURRENT.set(underway);
    return underway;
  }

  /// Of a thread that works for the same from its birth to its end.
  static TaskUnderway of(OptionalInt task) {
    return new TaskUnderway(task.orElse(NONE));
  }

  /// The thread works for no task any more.
  void end() {
    number.setRelease(NONE);
  }

  /// From now on the thread works for this task.
  void begin(int task) {
    number.setRelease(task);
  }

  /// The task; empty where it is none.
  OptionalInt task() {
    int task = number.getAcquire();
    return task == NONE ? OptionalInt.empty() : OptionalInt.of(task);
  }
}
