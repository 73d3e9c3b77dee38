package io.github.heddle.picture;

import io.github.heddle.picture.Rows.Row;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Rows in equal steps of time instead of slices. Steps are counted from time 0, so where the axis
/// begins inside of one, the first is shorter.
record Steps(long nanos, TimeAxis time) {

  /// The shortest stretch of the axis that can be seen.
  static long visible(TimeAxis time) {
    return time.nanos() / 200;
  }

  /// The row's time in each state, step by step.
  List<Bar> bars(Row row) {
    List<Map<State, Share>> steps = new ArrayList<>();
    for (long start = first() * nanos; start < time.endNanos(); start += nanos) {
      steps.add(new EnumMap<>(State.class));
    }
    row.slices().forEach(slice -> spread(slice, steps));
    List<Bar> bars = new ArrayList<>();
    for (int step = 0; step < steps.size(); step++) {
      layOut(row, startOf(step), steps.get(step)).forEach(bar -> add(bars, bar));
    }
    return bars;
  }

  private record Share(long nanos, Tasks tasks, Spots spots) {
    Share plus(Share other) {
      return new Share(nanos + other.nanos, tasks.plus(other.tasks), spots.plus(other.spots));
    }
  }

  private void spread(Slice slice, List<Map<State, Share>> steps) {
    Tasks tasks = Tasks.of(slice.task(), slice.tasks());
    long end = time.clamp(slice.endNanos());
    long start = time.clamp(slice.startNanos());
    int first = stepOf(start, steps.size());
    int last = Math.max(first, stepOf(end - 1, steps.size()));
    for (int step = first; step <= last; step++) {
      long inside = Math.min(end, (first() + step + 1) * nanos) - Math.max(start, startOf(step));
      steps
          .get(step)
          .merge(slice.state(), new Share(inside, tasks, Spots.of(slice, inside)), Share::plus);
    }
  }

  /// The number of the first step, counted from time 0.
  private long first() {
    return Math.floorDiv(time.startNanos(), nanos);
  }

  private long startOf(int step) {
    return Math.max(time.startNanos(), (first() + step) * nanos);
  }

  private int stepOf(long moment, int steps) {
    return (int) Math.clamp(Math.floorDiv(moment, nanos) - first(), 0, steps - 1L);
  }

  private List<Bar> layOut(Row row, long start, Map<State, Share> shares) {
    List<Bar> bars = new ArrayList<>();
    long at = start;
    for (Map.Entry<State, Share> share : shares.entrySet()) {
      long length = length(share.getKey(), share.getValue(), row.lanes());
      long from = share.getKey() == State.FAILED ? Math.max(start, at - length) : at;
      Tasks tasks = share.getValue().tasks();
      Spots spots = share.getValue().spots();
      bars.add(new Bar(row.index(), share.getKey(), from, from + length, tasks, spots));
      at = from + length;
    }
    return bars;
  }

  private long length(State state, Share share, int lanes) {
    long length = share.nanos / lanes;
    return state == State.FAILED ? Math.min(nanos, Math.max(length, visible(time))) : length;
  }

  private static void add(List<Bar> bars, Bar next) {
    if (!bars.isEmpty() && bars.getLast().continuedBy(next)) {
      bars.set(bars.size() - 1, bars.getLast().with(next));
    } else if (next.nanos() > 0) {
      bars.add(next);
    }
  }
}
