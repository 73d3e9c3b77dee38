package io.github.heddle.trace;

import io.github.heddle.trace.HelperUse.Stint;
import io.github.heddle.trace.Samples.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Lays out the threads that are no workers: a lane for each below those of the workers or, where
/// there are many, one for several that follow each other.
final class HelperLanes {
  private static final int LANES_OF_THEIR_OWN = 24;
  private static final int MOST_PIECES = 1500;

  private final List<Lane> lanes = new ArrayList<>();
  private final List<Slice> known = new ArrayList<>();
  private final List<Slice> unknown = new ArrayList<>();
  private final Map<Integer, Long> cpuOfTasks = new HashMap<>();
  private final long wall;
  private final long step;
  private final int firstTask;
  private int threads;
  private long running;

  /// @param first the number of the first lane
  /// @param firstTask what slices show that belong to no certain task
  HelperLanes(List<HelperUse> helpers, int first, long wall, int firstTask) {
    this.wall = wall;
    this.step = Math.max(1, wall / MOST_PIECES * (helpers.size() + 1));
    this.firstTask = firstTask;
    List<HelperUse> busy =
        helpers.stream()
            .filter(helper -> cpu(helper) > 0 || (!helper.shared() && !helper.stints().isEmpty()))
            .sorted(Comparator.comparing(HelperUse::shared).thenComparingLong(HelperLanes::start))
            .toList();
    List<List<HelperUse>> rows = rows(busy);
    for (List<HelperUse> row : rows) {
      int lane = first + lanes.size();
      lanes.add(new Lane(lane, name(row)));
      row.forEach(helper -> add(helper, lane));
    }
  }

  List<Lane> lanes() {
    return lanes;
  }

  List<Slice> slices() {
    return Stream.concat(known.stream(), unknown.stream())
        .sorted(Comparator.comparingInt(Slice::lane).thenComparingLong(Slice::startNanos))
        .toList();
  }

  /// How long they did anything but wait, all together.
  long busyNanos() {
    return slices().stream()
        .filter(slice -> slice.state() != State.WAITING && slice.state() != State.FAILED)
        .mapToLong(Slice::nanos)
        .sum();
  }

  /// CPU time by task, of those that are known.
  Map<Integer, Long> cpuOfTasks() {
    return cpuOfTasks;
  }

  /// What they did beside those tasks.
  ///
  /// @param own slices of the workers
  Helpers helpers(List<Slice> own) {
    return new Helpers(
        threads,
        running,
        new Overlap(own, known).ofEachTask(),
        new Overlap(own, unknown).ofAnyTask());
  }

  private static int task(HelperUse helper) {
    return helper.stints().isEmpty()
        ? Integer.MAX_VALUE
        : helper.stints().getFirst().task().orElse(Integer.MAX_VALUE);
  }

  private static long start(HelperUse helper) {
    return helper.stints().isEmpty() ? 0 : helper.stints().getFirst().startNanos();
  }

  private static long cpu(HelperUse helper) {
    return helper.stints().stream().mapToLong(helper::cpuNanos).sum();
  }

  private static List<List<HelperUse>> rows(List<HelperUse> helpers) {
    if (helpers.size() <= LANES_OF_THEIR_OWN) {
      return helpers.stream()
          .sorted(Comparator.comparing(HelperUse::shared).thenComparingInt(HelperLanes::task))
          .map(List::of)
          .toList();
    }
    List<List<HelperUse>> rows = new ArrayList<>();
    for (HelperUse helper : helpers) {
      rows.stream()
          .filter(row -> !helper.shared() && follows(helper, row.getLast()))
          .findFirst()
          .orElseGet(() -> {
            rows.add(new ArrayList<>());
            return rows.getLast();
          })
          .add(helper);
    }
    return rows;
  }

  private static boolean follows(HelperUse helper, HelperUse before) {
    return !before.shared()
        && !before.stints().isEmpty()
        && before.stints().getLast().endNanos() <= start(helper);
  }

  private static String name(List<HelperUse> row) {
    if (row.size() > 1) {
      return "threads of tasks";
    }
    HelperUse helper = row.getFirst();
    String thread = helper.thread().replace("ForkJoinPool.", "");
    List<OptionalInt> tasks = helper.stints().stream().map(Stint::task).distinct().toList();
    if (tasks.size() == 1 && tasks.getFirst().isPresent()) {
      return "task " + tasks.getFirst().getAsInt() + ": " + thread;
    }
    return thread + (helper.shared() ? " (shared by tasks)" : "");
  }

  private void add(HelperUse helper, int lane) {
    threads++;
    for (Stint stint : helper.stints()) {
      Stint inside =
          new Stint(
              stint.task(),
              Math.clamp(stint.startNanos(), 0, wall),
              Math.clamp(stint.endNanos(), 0, wall));
      long cpu = helper.cpuNanos(inside);
      running += cpu;
      stint.task().ifPresent(task -> cpuOfTasks.merge(task, cpu, Long::sum));
      if (inside.endNanos() > inside.startNanos()) {
        cut(helper, inside, lane);
      }
    }
  }

  private void cut(HelperUse helper, Stint stint, int lane) {
    long[] moments = moments(helper.readings(), stint);
    Block block =
        new Block(
            stint.task().orElse(firstTask),
            stint.task().isPresent() ? 1 : 0,
            0,
            stint.startNanos(),
            stint.endNanos(),
            helper.cpuNanos(stint),
            helper.between(Column.READY, stint));
    List<Slice> all = new ArrayList<>();
    new Slicer(lane, wall / MOST_PIECES, all)
        .write(
            block,
            new Pieces(
                moments,
                differences(helper, Column.CPU, moments),
                differences(helper, Column.READY, moments),
                differences(helper, Column.LOCKED, moments)));
    SliceLines.onOne(all, helper.looks(), Math.max(1, helper.readings().spacing())).stream()
        .filter(
            slice -> slice.state() != State.WAITING || (helper.readyKnown() && !helper.shared()))
        .forEach((stint.task().isPresent() ? known : unknown)::add);
  }

  private static long[] differences(HelperUse helper, Column column, long[] moments) {
    long[] values = new long[moments.length];
    for (int i = 0; i < moments.length; i++) {
      values[i] = helper.readings().at(column.of(0), moments[i]);
    }
    return Pieces.differences(values);
  }

  private long[] moments(Series readings, Stint stint) {
    List<Long> moments = new ArrayList<>(List.of(stint.startNanos()));
    for (int row = readings.rowAfter(stint.startNanos());
        row < readings.size() && readings.nanos(row) < stint.endNanos();
        row++) {
      if (readings.nanos(row) - moments.getLast() >= step) {
        moments.add(readings.nanos(row));
      }
    }
    moments.add(stint.endNanos());
    return moments.stream().mapToLong(Long::longValue).toArray();
  }
}
