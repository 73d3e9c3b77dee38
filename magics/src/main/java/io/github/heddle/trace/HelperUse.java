package io.github.heddle.trace;

import java.util.List;
import java.util.OptionalInt;

/// A thread that is no worker but worked for tasks of a run: one that a task started, or one of a
/// pool that all share. Times are nanoseconds since the first task was submitted.
///
/// @param thread its name
/// @param shared whether it belongs to a pool of the whole JVM
/// @param readyKnown whether its waits for a core could be read
/// @param readings its CPU time, and its waits for a core and for locks, in the order of
///   [Samples.Column]
/// @param stints for whom it worked, in order
/// @param looks at its stack, in order
public record HelperUse(
    String thread,
    boolean shared,
    boolean readyKnown,
    Series readings,
    List<Stint> stints,
    List<Look> looks) {
  public HelperUse {
    stints = List.copyOf(stints);
    looks = List.copyOf(looks);
  }

  /// A stretch in which a thread worked for the same.
  ///
  /// @param task the task; empty where it cannot be told for which
  public record Stint(OptionalInt task, long startNanos, long endNanos) {}

  /// The same in a run that has only this one task: then all was done for it.
  HelperUse forTask(int only) {
    return new HelperUse(
        thread,
        shared,
        readyKnown,
        readings,
        stints.stream()
            .map(s -> new Stint(OptionalInt.of(only), s.startNanos, s.endNanos))
            .toList(),
        looks);
  }

  /// The same with times counted from that moment.
  HelperUse since(long origin) {
    return new HelperUse(
        thread,
        shared,
        readyKnown,
        readings.since(origin),
        stints.stream()
            .map(s -> new Stint(s.task, s.startNanos - origin, s.endNanos - origin))
            .toList(),
        looks.stream().map(look -> look.shifted(-origin)).toList());
  }

  /// CPU time in a stretch.
  long cpuNanos(Stint stint) {
    return between(Samples.Column.CPU, stint);
  }

  long between(Samples.Column column, Stint stint) {
    return readings.at(column.of(0), stint.endNanos) - readings.at(column.of(0), stint.startNanos);
  }
}
