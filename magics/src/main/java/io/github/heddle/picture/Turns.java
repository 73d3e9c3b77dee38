package io.github.heddle.picture;

import io.github.heddle.picture.Rows.Row;
import io.github.heddle.report.Report;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What tasks waited for that could go on, where they have lanes of their own: their turn on the
/// loop or a carrier, as long as what is mounted for them meanwhile, or next, says nothing else.
final class Turns {
  private final Trace trace;
  private final int carriers;
  private final Map<Integer, List<Slice>> slices;
  private final Map<Integer, List<Wait>> waits = new HashMap<>();

  /// A wait of a task, and what it was for; its turn where that is empty.
  private record Wait(Slice slice, Optional<Awaited> what) {
    private long inside(long fromNanos, long toNanos) {
      return Math.min(toNanos, slice.endNanos()) - Math.max(fromNanos, slice.startNanos());
    }
  }

  private Turns(Report report) {
    trace = report.trace();
    carriers = report.plan().workers();
    slices = trace.slices().stream().collect(Collectors.groupingBy(Slice::task));
  }

  /// The bars with what their tasks waited for.
  ///
  /// @param stepNanos how long steps are, where some rows are shown in steps
  static List<Bar> on(List<Bar> bars, List<Row> rows, OptionalLong stepNanos, Report report) {
    Turns turns = new Turns(report);
    long step = stepNanos.orElse(1);
    return bars.stream()
        .map(bar ->
            bar.state() == State.READY ? turns.on(bar, rows.get(bar.row()).task(), step) : bar)
        .toList();
  }

  private Bar on(Bar bar, OptionalInt task, long step) {
    return task.isPresent() ? bar.awaiting(most(bar, task.getAsInt(), step)) : bar;
  }

  /// What was waited for most of the time; in steps, at any time of the step.
  private Optional<Awaited> most(Bar bar, int task, long step) {
    long from = Math.floorDiv(bar.startNanos(), step) * step;
    long to = Math.ceilDiv(bar.endNanos(), step) * step;
    Map<Optional<Awaited>, Long> nanos = new HashMap<>();
    for (Wait wait : waits.computeIfAbsent(task, this::waits)) {
      long inside = wait.inside(from, to);
      if (inside > 0) {
        nanos.merge(wait.what, inside, Long::sum);
      }
    }
    return nanos.entrySet().stream().max(Map.Entry.comparingByValue()).flatMap(Map.Entry::getKey);
  }

  private List<Wait> waits(int task) {
    List<Slice> own = new ArrayList<>();
    List<Slice> others = new ArrayList<>();
    for (Slice slice : slices.getOrDefault(task, List.of())) {
      (slice.lane() == trace.tasks().lane(task) ? own : others).add(slice);
    }
    return own.stream()
        .filter(slice -> slice.state() == State.READY)
        .map(slice -> new Wait(slice, what(slice, others)))
        .toList();
  }

  private Optional<Awaited> what(Slice wait, List<Slice> others) {
    for (Slice other : others) {
      boolean beside = other.lane() >= carriers;
      boolean meanwhile =
          other.state() == State.READY
              && other.startNanos() <= wait.startNanos()
              && other.endNanos() >= wait.endNanos();
      if (meanwhile || (beside && other.startNanos() == wait.endNanos())) {
        return Optional.of(beside ? Awaited.OFFLOADED : Awaited.CORE);
      }
    }
    return Optional.empty();
  }
}
