package io.github.heddle.kernel.execution;

import io.github.heddle.scope.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Finds the threads that a cell has left when it ends. Where there are none, that takes no more
/// than a look; where there are, they are given some moments to end.
///
/// @param looks how often to look before a thread counts as left
/// @param between how long to wait from one look to the next
record LeftThreads(int looks, Duration between) {
  /// As cells are ended: several short looks rather than one long wait, so that on a machine that
  /// stood still meanwhile threads have a chance.
  static final LeftThreads AFTER_CELLS = new LeftThreads(10, Duration.ofMillis(3));

  /// Of so many threads the stacks are read; the others are counted.
  private static final int READ = 64;

  /// So many threads are named.
  private static final int NAMED = 8;

  /// What is left of a cell.
  ///
  /// @throws InterruptedException if the calling thread is interrupted while it waits
  Optional<LeftNote> of(Scope scope) throws InterruptedException {
    Optional<Thread> left = first(scope);
    for (int look = 1; look < looks && left.isPresent(); look++) {
      left.get().join(between);
      left = first(scope);
    }
    return left.isPresent() ? note(alive(scope).toList()) : Optional.empty();
  }

  /// Whether nothing is left.
  static boolean goneFrom(Scope scope) {
    return first(scope).isEmpty();
  }

  private static Optional<Thread> first(Scope scope) {
    return alive(scope).filter(each -> begins(each) || read(each).isPresent()).findFirst();
  }

  /// What a thread will do that has not got a core yet is seen a little later.
  private static boolean begins(Thread thread) {
    return thread.isAlive() && thread.getStackTrace().length == 0;
  }

  private static Optional<LeftNote> note(List<Thread> alive) {
    List<LeftThread> left =
        alive.stream().limit(READ).flatMap(each -> read(each).stream()).toList();
    List<LeftThread> named = left.stream().limit(NAMED).toList();
    int more = left.size() - named.size() + Math.max(0, alive.size() - READ);
    return named.isEmpty() ? Optional.empty() : Optional.of(new LeftNote(named, more));
  }

  private static Stream<Thread> alive(Scope scope) {
    return Stream.<Supplier<Stream<Thread>>>of(
            () -> scope.liveThreads().stream().filter(each -> !ofCommonPool(each)),
            () -> scope.liveVirtualThreads().stream(),
            () -> busyInCommonPool(scope))
        .flatMap(Supplier::get);
  }

  private static Optional<LeftThread> read(Thread thread) {
    String name =
        thread.getName().isEmpty() ? "virtual thread " + thread.threadId() : thread.getName();
    return LeftThread.of(name, List.of(thread.getStackTrace()));
  }

  /// All cells share its threads: what one of them does is the cell's where it runs code of it.
  private static Stream<Thread> busyInCommonPool(Scope scope) {
    return ForkJoinPool.commonPool().getActiveThreadCount() == 0
        ? Stream.empty()
        : Thread.getAllStackTraces().entrySet().stream()
            .filter(each -> ofCommonPool(each.getKey()))
            .filter(each ->
                Stream.of(each.getValue())
                    .anyMatch(frame ->
                        FrameText.isCell(frame) && scope.name().equals(frame.getFileName())))
            .map(each -> each.getKey());
  }

  private static boolean ofCommonPool(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && worker.getPool().equals(ForkJoinPool.commonPool());
  }
}
