package io.github.heddle.picture;

import io.github.heddle.picture.Rows.Row;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// The bars of all rows, never more than a notebook can carry. Rows with too many slices are shown
/// in steps of time: inside a step, the time in each state is laid side by side in the order of
/// states, so shares stay right while the order inside a step is lost.
///
/// @param stepNanos how long a step is, where some row is shown in steps
record Bars(List<Bar> bars, OptionalLong stepNanos) {
  static final int MOST = 500;
  private static final int FINEST_STEPS = 300;

  static Bars of(List<Row> rows, TimeAxis time) {
    return of(rows, time, MOST);
  }

  static Bars of(List<Row> rows, TimeAxis time, int most) {
    List<List<Bar>> exact = rows.stream().map(row -> exact(row, time)).toList();
    List<Row> coarse = rows.stream().filter(row -> row.lanes() > 1).toList();
    if (coarse.isEmpty() && size(exact) <= most) {
      return new Bars(flat(exact), OptionalLong.empty());
    }
    long step = TimeAxis.round(Math.max(1, time.nanos() / FINEST_STEPS));
    List<List<Bar>> bars = stepped(rows, exact, new Steps(step, time), most);
    while (size(bars) > most && step < time.nanos()) {
      step = TimeAxis.round(step + 1);
      bars = stepped(rows, exact, new Steps(step, time), most);
    }
    return new Bars(flat(bars), OptionalLong.of(step));
  }

  private static List<List<Bar>> stepped(
      List<Row> rows, List<List<Bar>> exact, Steps steps, int most) {
    int share = most / rows.size();
    return rows.stream()
        .map(row ->
            row.lanes() == 1 && exact.get(row.index()).size() <= share
                ? exact.get(row.index())
                : steps.bars(row))
        .toList();
  }

  private static List<Bar> exact(Row row, TimeAxis time) {
    List<Bar> bars = new ArrayList<>();
    row.slices().stream()
        .sorted(Comparator.comparingLong(Slice::startNanos))
        .map(slice -> bar(row, slice, time))
        .forEach(bar -> add(bars, bar));
    return Numbering.of(failedOnTop(bars), time);
  }

  private static Bar bar(Row row, Slice slice, TimeAxis time) {
    long end = time.clamp(slice.endNanos());
    long start = time.clamp(slice.startNanos());
    if (slice.state() == State.FAILED) {
      start = Math.max(time.startNanos(), Math.min(start, end - Steps.visible(time)));
    }
    return new Bar(
        row.index(),
        slice.state(),
        start,
        end,
        Tasks.of(slice.task(), slice.tasks()),
        Spots.of(slice, slice.nanos()));
  }

  private static void add(List<Bar> bars, Bar next) {
    if (next.nanos() == 0) {
      return;
    }
    boolean goesOn = !bars.isEmpty() && bars.getLast().continuedBy(next);
    if (goesOn && bars.getLast().tasks().equals(next.tasks())) {
      bars.set(bars.size() - 1, bars.getLast().with(next));
    } else {
      bars.add(next);
    }
  }

  private static List<Bar> failedOnTop(List<Bar> bars) {
    return bars.stream().sorted(Comparator.comparing(bar -> bar.state() == State.FAILED)).toList();
  }

  private static List<Bar> flat(List<List<Bar>> bars) {
    return bars.stream().flatMap(List::stream).toList();
  }

  private static int size(List<List<Bar>> bars) {
    return bars.stream().mapToInt(List::size).sum();
  }
}
