package io.github.heddle.kernel.evaluation;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.Counters;
import io.github.heddle.trace.Helpers;
import io.github.heddle.trace.MemoryUse;
import io.github.heddle.trace.Obstacles;
import io.github.heddle.trace.StateTimes;
import io.github.heddle.trace.TaskTable;
import io.github.heddle.trace.Trace;
import io.github.heddle.trace.UsableCores;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A trace of a run that took no time.
record EmptyTrace(int count) implements TaskTable {
  static Trace of(int count) {
    OptionalLong unknown = OptionalLong.empty();
    return new Trace(
        0,
        List.of(),
        new EmptyTrace(count),
        List.of(),
        0,
        StateTimes.ZERO,
        false,
        Optional.empty(),
        new UsableCores(1, OptionalDouble.empty()),
        new Counters(
            unknown,
            unknown,
            unknown,
            unknown,
            unknown,
            unknown,
            unknown,
            unknown,
            unknown,
            Optional.empty(),
            Optional.empty()),
        Optional.empty(),
        Obstacles.NONE,
        Helpers.NONE,
        MemoryUse.UNKNOWN);
  }

  @Override
  public Ending ending(int task) {
    return Ending.DONE;
  }

  @Override
  public int lane(int task) {
    return 0;
  }

  @Override
  public long startNanos(int task) {
    return 0;
  }

  @Override
  public long endNanos(int task) {
    return 0;
  }

  @Override
  public OptionalLong cpuNanos(int task) {
    return OptionalLong.empty();
  }
}
