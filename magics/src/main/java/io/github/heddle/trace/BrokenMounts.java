package io.github.heddle.trace;

import io.github.heddle.trace.CarrierTrack.Mount;
import io.github.heddle.trace.Samples.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Mounts in which the carrier did not run all the time, cut at the moments at which it was
/// sampled. A slice of running is broken up where its task was mounted so.
final class BrokenMounts {
  private static final int MOST_PIECES = 1_000;

  private final Set<Integer> lanes;
  private final Map<Integer, List<Slice>> stops;
  private final Map<Integer, List<Slice>> carried;

  /// @param all the carriers, and threads beside them, that were sampled
  BrokenMounts(List<Sampled> all, long wall) {
    lanes = all.stream().map(Sampled::lane).collect(Collectors.toSet());
    carried =
        all.stream()
            .flatMap(carrier -> carrier.track.slices().stream())
            .collect(Collectors.groupingBy(Slice::task));
    stops =
        all.stream()
            .flatMap(carrier ->
                carrier.track.broken().stream()
                    .flatMap(mount -> cut(mount, carrier, wall / MOST_PIECES).stream()))
            .filter(slice -> slice.state() != State.RUNNING)
            .collect(Collectors.groupingBy(Slice::task));
  }

  /// A carrier, or a thread beside them, and what was sampled of it.
  ///
  /// @param before what it had used before its mounts were counted
  record Sampled(CarrierTrack track, LaneReadings readings, Usage before) {
    private int lane() {
      return track.lane().index();
    }
  }

  private static List<Slice> cut(Mount mount, Sampled carrier, long dustNanos) {
    Block block = mount.block();
    LaneReadings readings = carrier.readings;
    long[] moments = moments(block, readings.series());
    long cpu = carrier.before.cpuNanos().orElse(0) + mount.cpuBefore();
    long ready = carrier.before.readyNanos().orElse(0) + mount.readyBefore();
    List<Slice> slices = new ArrayList<>();
    new Slicer(carrier.lane(), dustNanos, slices)
        .write(
            block,
            new Pieces(
                moments,
                read(readings, Column.CPU, moments, cpu, block.cpuNanos()),
                read(readings, Column.READY, moments, ready, block.readyNanos()),
                new long[moments.length - 1]));
    return slices;
  }

  private static long[] moments(Block block, Series samples) {
    int first = samples.rowAfter(block.startNanos());
    int rows = Math.max(0, samples.rowAfter(block.endNanos() - 1) - first);
    long[] moments = new long[rows + 2];
    moments[0] = block.startNanos();
    for (int row = 0; row < rows; row++) {
      moments[row + 1] = samples.nanos(first + row);
    }
    moments[rows + 1] = block.endNanos();
    return moments;
  }

  /// What was used between the moments: exact in all, and in between as it was sampled.
  private static long[] read(
      LaneReadings readings, Column column, long[] moments, long before, long used) {
    long[] read = new long[moments.length];
    for (int i = 1; i < read.length - 1; i++) {
      read[i] = Math.clamp(readings.at(column, moments[i]) - before, 0, used);
    }
    read[read.length - 1] = used;
    return Pieces.differences(read);
  }

  /// The slices, those of running broken up.
  List<Slice> in(List<Slice> slices) {
    List<Slice> all = new ArrayList<>();
    for (Slice slice : slices) {
      if (slice.state() == State.RUNNING && slice.tasks() == 1) {
        breakUp(slice, stops(slice), all);
      } else {
        all.add(slice);
      }
    }
    return all;
  }

  /// Of a thread its own; of a task those while which nothing else of it was mounted.
  private List<Slice> stops(Slice slice) {
    return stops.getOrDefault(slice.task(), List.of()).stream()
        .flatMap(stop -> lanes.contains(slice.lane()) ? own(stop, slice) : alone(stop))
        .sorted(Comparator.comparingLong(Slice::startNanos))
        .toList();
  }

  private static Stream<Slice> own(Slice stop, Slice slice) {
    return Stream.of(stop).filter(each -> each.lane() == slice.lane());
  }

  private Stream<Slice> alone(Slice stop) {
    List<Slice> alone = new ArrayList<>();
    long from = stop.startNanos();
    for (Slice other : others(stop)) {
      add(stop, stop.state(), from, other.startNanos(), alone);
      from = Math.max(from, other.endNanos());
    }
    add(stop, stop.state(), from, stop.endNanos(), alone);
    return alone.stream();
  }

  /// What else of the task ran meanwhile.
  private List<Slice> others(Slice stop) {
    return carried.getOrDefault(stop.task(), List.of()).stream()
        .filter(other -> other.lane() != stop.lane() && other.state() == State.RUNNING)
        .filter(
            other -> other.startNanos() < stop.endNanos() && other.endNanos() > stop.startNanos())
        .sorted(Comparator.comparingLong(Slice::startNanos))
        .toList();
  }

  private static void breakUp(Slice slice, List<Slice> stops, List<Slice> all) {
    long from = slice.startNanos();
    for (Slice stop : stops) {
      long begin = Math.max(from, stop.startNanos());
      long end = Math.min(slice.endNanos(), stop.endNanos());
      if (begin < end) {
        add(slice, State.RUNNING, from, begin, all);
        add(slice, stop.state(), begin, end, all);
        from = end;
      }
    }
    add(slice, State.RUNNING, from, slice.endNanos(), all);
  }

  private static void add(Slice slice, State state, long from, long to, List<Slice> all) {
    if (to > from) {
      all.add(new Slice(slice.lane(), slice.task(), slice.tasks(), state, from, to));
    }
  }
}
