package io.github.heddle.kernel.execution;

import io.github.heddle.scope.Pools;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A thread that is alive when its cell has ended, as its stack shows it. Pure.
///
/// @param name of the thread
/// @param doing what it is about
record LeftThread(String name, Doing doing) {
  private static final int NOTHING_BUT_RUN = 2;

  /// What a thread is about.
  sealed interface Doing {
    /// It runs, or waits for something.
    ///
    /// @param at the line of the notebook, if it is in code of the notebook
    record Work(Optional<String> at) implements Doing {}

    /// It belongs to a pool that has nothing to do.
    record Idling() implements Doing {}
  }

  /// Reads a stack, innermost frame first.
  ///
  /// @return nothing where the thread is at its very beginning or end, or is there for a library or
  ///   for the kernel itself
  static Optional<LeftThread> of(String name, List<StackTraceElement> frames) {
    Optional<String> line =
        frames.stream().filter(FrameText::isCell).map(FrameText::place).findFirst();
    if (line.isPresent()) {
      return Optional.of(new LeftThread(name, new Doing.Work(line)));
    }
    if (frames.size() <= NOTHING_BUT_RUN || ending(frames) || foreign(name, frames)) {
      return Optional.empty();
    }
    Doing doing = Pools.idle(frames) ? new Doing.Idling() : new Doing.Work(Optional.empty());
    return Optional.of(new LeftThread(name, doing));
  }

  private static boolean ending(List<StackTraceElement> frames) {
    return calls(frames, "java.lang.Thread", "exit")
        || calls(frames, "java.util.concurrent.ThreadPoolExecutor", "processWorkerExit");
  }

  private static boolean calls(List<StackTraceElement> frames, String type, String method) {
    return frames.stream()
        .anyMatch(
            frame -> frame.getClassName().equals(type) && frame.getMethodName().equals(method));
  }

  /// The HTTP client of the JDK has threads that nobody can end, as long as it is referred to; the
  /// common pool is there for all cells.
  private static boolean foreign(String name, List<StackTraceElement> frames) {
    return name.startsWith("HttpClient-")
        || name.startsWith("ForkJoinPool.commonPool-")
        || Stream.of("io.github.heddle.", "jdk.internal.net.")
            .anyMatch(own -> frames.stream().anyMatch(at -> at.getClassName().startsWith(own)));
  }
}
