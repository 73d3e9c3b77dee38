package io.github.heddle.sampling;

import io.github.heddle.scope.Inherited;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads for which task another thread was started. Any thread.
///
/// @param inherited what threads have from their parents
record BirthTask(Inherited<TaskUnderway> inherited) {
  /// The way to read it, where this JVM allows it.
  static Optional<BirthTask> reader() {
    return Inherited.reader(TaskUnderway.CURRENT, TaskUnderway.class).map(BirthTask::new);
  }

  /// The task for which the thread was started; empty where it was none, or the thread has ended.
  OptionalInt of(Thread thread) {
    return inherited.of(thread).map(TaskUnderway::task).orElseGet(OptionalInt::empty);
  }
}
