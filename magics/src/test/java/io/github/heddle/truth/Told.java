package io.github.heddle.truth;

import io.github.heddle.Run;
import io.github.heddle.report.Numbers;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import io.github.heddle.truth.Witnessed.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What the report of a run says.
record Told(Run<?> run) {
  Map<Quantity, Double> values(Truth truth) {
    Numbers numbers = run.report().numbers();
    Trace trace = run.trace();
    Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
    values.put(Quantity.WALL, (double) numbers.wallNanos());
    values.put(Quantity.CPU, (double) trace.counters().cpuNanos().orElseThrow());
    values.put(Quantity.CORES_USED, numbers.coresUsed().orElseThrow());
    values.put(Quantity.RUNNING, (double) trace.states().running());
    values.put(Quantity.READY, (double) trace.states().ready());
    values.put(Quantity.WAITING, (double) trace.states().waiting());
    values.put(Quantity.LOCKED, (double) trace.states().locked());
    values.put(Quantity.RUNNING_SLICES, slices(State.RUNNING));
    values.put(Quantity.WAITING_SLICES, slices(State.WAITING));
    values.put(Quantity.LOCKED_SLICES, slices(State.LOCKED));
    numbers
        .speedUp()
        .ifPresent(s -> values.put(Quantity.ONE_AT_A_TIME, (double) s.oneAtATimeNanos()));
    values.put(Quantity.ON_CORES, onCores());
    values.put(Quantity.FAILED_AT, lastFailure());
    values.put(Quantity.WRONG_TIME, atTheWrongTime(truth));
    values.put(Quantity.TASK, (double) numbers.taskTimes().orElseThrow().maxNanos());
    values.put(Quantity.ALLOCATED, (double) trace.counters().allocatedBytes().orElseThrow());
    values.put(Quantity.DONE, (double) numbers.counts().done());
    values.put(Quantity.FAILED, (double) numbers.counts().failed());
    return values;
  }

  private double onCores() {
    return run.trace().cores().orElseThrow().bins().stream()
        .mapToDouble(bin -> bin.own() * (bin.endNanos() - bin.startNanos()))
        .sum();
  }

  /// How long after the beginning of its task the last mark of a failure stands.
  private double lastFailure() {
    return ofTasks().stream()
        .filter(slice -> slice.state() == State.FAILED)
        .mapToLong(slice -> slice.endNanos() - run.trace().tasks().startNanos(slice.task()))
        .max()
        .orElse(0);
  }

  private double slices(State state) {
    return ofTasks().stream().filter(slice -> slice.state() == state).mapToLong(Slice::nanos).sum();
  }

  /// The slices of tasks on the lanes where they began.
  List<Slice> ofTasks() {
    Trace trace = run.trace();
    return trace.slices().stream()
        .filter(slice -> slice.lane() == trace.tasks().lane(slice.task()))
        .toList();
  }

  /// How long slices say something that the task did not do then. A slice of running and waiting
  /// for a core may stand for either, as may one of waiting for what a task waits for.
  private double atTheWrongTime(Truth truth) {
    long wrong = 0;
    for (Slice slice : ofTasks()) {
      Testimony testimony = truth.tasks().get(slice.task());
      long origin = testimony.fromNanos() - run.trace().tasks().startNanos(slice.task());
      for (Witnessed step : testimony.steps()) {
        if (!possible(step.kind(), slice.state())) {
          wrong += overlap(slice, step, origin);
        }
      }
    }
    return wrong;
  }

  private static boolean possible(Kind step, State shown) {
    return switch (shown) {
      case READY, STARTING, FAILED -> true;
      case RUNNING -> step == Kind.RUNS || step == Kind.GAVE_WAY;
      case WAITING -> step == Kind.WAITS || step == Kind.GAVE_WAY;
      case LOCKED -> step == Kind.LOCKED || step == Kind.GAVE_WAY;
    };
  }

  private static long overlap(Slice slice, Witnessed step, long origin) {
    long from = Math.max(slice.startNanos(), step.fromNanos() - origin);
    long to = Math.min(slice.endNanos(), step.toNanos() - origin);
    return Math.max(0, to - from);
  }

  /// Nanoseconds of tasks that no slice tells of, or more than one.
  long unexplained() {
    Trace trace = run.trace();
    return IntStream.range(0, trace.tasks().count())
        .filter(task -> trace.tasks().ending(task) != Ending.NOT_STARTED)
        .mapToLong(this::unexplained)
        .sum();
  }

  private long unexplained(int task) {
    Trace trace = run.trace();
    long next = trace.tasks().startNanos(task);
    long wrong = 0;
    for (Slice slice : ofTasks()) {
      if (slice.task() == task
          && slice.state() != State.STARTING
          && slice.state() != State.FAILED) {
        wrong += Math.abs(slice.startNanos() - next);
        next = slice.endNanos();
      }
    }
    return wrong + Math.abs(trace.tasks().endNanos(task) - next);
  }

  /// Nanoseconds that slices of a lane tell of twice.
  long overlapping() {
    Map<Integer, Long> ends = new HashMap<>();
    long twice = 0;
    for (Slice slice : run.trace().slices()) {
      long end = ends.getOrDefault(slice.lane(), slice.startNanos());
      twice += Math.max(0, Math.min(end, slice.endNanos()) - slice.startNanos());
      ends.put(slice.lane(), Math.max(end, slice.endNanos()));
    }
    return twice;
  }
}
