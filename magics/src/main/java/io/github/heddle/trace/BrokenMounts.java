package io.github.heddle.trace;

import io.github.heddle.trace.CarrierTrack.Mount;
import io.github.heddle.trace.Samples.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Mounts in which the carrier did not run all the time, cut at the moments at which it was
/// sampled. A slice of running is broken up where its task was mounted so.
final class BrokenMounts {
  private static final int MOST_PIECES = 1_000;

  private final int lanes;
  private final Map<Integer, List<Slice>> stops;
  private final Map<Integer, List<Slice>> carried;

  /// @param uses what each carrier had used when the run began, by lane
  BrokenMounts(List<CarrierTrack> carriers, List<WorkerUse> uses, Series samples, long wall) {
    lanes = carriers.size();
    carried =
        carriers.stream()
            .flatMap(carrier -> carrier.slices().stream())
            .collect(Collectors.groupingBy(Slice::task));
    List<Slice> all = new ArrayList<>();
    for (CarrierTrack carrier : carriers) {
      int lane = carrier.lane().index();
      Usage before = uses.get(lane).before();
      for (Mount mount : carrier.broken()) {
        cut(mount, lane, before, samples, wall / MOST_PIECES).stream()
            .filter(slice -> slice.state() != State.RUNNING)
            .forEach(all::add);
      }
    }
    stops = all.stream().collect(Collectors.groupingBy(Slice::task));
  }

  private static List<Slice> cut(
      Mount mount, int lane, Usage before, Series samples, long dustNanos) {
    Block block = mount.block();
    List<Slice> slices = new ArrayList<>();
    if (samples.columns() > Column.READY.of(lane)) {
      long[] moments = moments(block, samples);
      long cpu = before.cpuNanos().orElse(0) + mount.cpuBefore();
      long ready = before.readyNanos().orElse(0) + mount.readyBefore();
      new Slicer(lane, dustNanos, slices)
          .write(
              block,
              new Pieces(
                  moments,
                  read(samples, Column.CPU.of(lane), moments, cpu, block.cpuNanos()),
                  read(samples, Column.READY.of(lane), moments, ready, block.readyNanos()),
                  new long[moments.length - 1]));
    }
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
  private static long[] read(Series samples, int column, long[] moments, long before, long used) {
    long[] readings = new long[moments.length];
    for (int i = 1; i < readings.length - 1; i++) {
      readings[i] = Math.clamp(samples.at(column, moments[i]) - before, 0, used);
    }
    readings[readings.length - 1] = used;
    return Pieces.differences(readings);
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

  /// Of a carrier its own; of a task those while which nothing else of it was mounted.
  private List<Slice> stops(Slice slice) {
    return stops.getOrDefault(slice.task(), List.of()).stream()
        .filter(stop -> slice.lane() < lanes ? stop.lane() == slice.lane() : alone(stop))
        .sorted(Comparator.comparingLong(Slice::startNanos))
        .toList();
  }

  private boolean alone(Slice stop) {
    return carried.getOrDefault(stop.task(), List.of()).stream()
        .noneMatch(other ->
            other.lane() != stop.lane()
                && other.state() == State.RUNNING
                && other.startNanos() < stop.endNanos()
                && other.endNanos() > stop.startNanos());
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
