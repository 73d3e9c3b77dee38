package io.github.heddle.kernel.execution;

import io.github.heddle.scope.Pools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/// Cells that have ended and left threads. Any thread may use it.
final class LeftCells {
  private final List<RunningCell> cells = new ArrayList<>();

  /// Looks for what a cell left when it ended.
  Optional<LeftNote> look(RunningCell ended) {
    Optional<LeftNote> note = left(ended);
    note.ifPresent(_ -> add(ended));
    return note;
  }

  private static Optional<LeftNote> left(RunningCell ended) {
    try {
      return LeftThreads.AFTER_CELLS.of(ended.scope());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private synchronized void add(RunningCell cell) {
    cells.removeIf(each -> LeftThreads.goneFrom(each.scope()));
    cells.add(cell);
  }

  private synchronized List<RunningCell> taken() {
    List<RunningCell> all = List.copyOf(cells);
    cells.clear();
    return all;
  }

  /// A thread of a pool that waits for work takes no notice of an interrupt.
  private static void shutDownPools(RunningCell cell) {
    Pools.reader()
        .ifPresent(pools ->
            cell.scope().liveThreads().stream()
                .flatMap(each -> pools.of(each).stream())
                .distinct()
                .forEach(ExecutorService::shutdownNow));
  }

  /// Ends what they left, and waits for it as long as for a cell that is stopped.
  ///
  /// @return what came of it
  String end() {
    List<RunningCell> left =
        taken().stream().filter(each -> !LeftThreads.goneFrom(each.scope())).toList();
    left.forEach(LeftCells::shutDownPools);
    left.forEach(RunningCell::stop);
    String ended =
        left.isEmpty()
            ? "cells left nothing running"
            : "ended what %s left running"
                .formatted(
                    left.stream()
                        .map(each -> each.scope().name())
                        .collect(Collectors.joining(", ")));
    List<String> alive =
        left.stream()
            .flatMap(each -> each.survivorsOfStop().stream().flatMap(List::stream))
            .map(Thread::getName)
            .toList();
    return alive.isEmpty() ? ended : ended + "; cannot be ended: " + String.join(", ", alive);
  }
}
