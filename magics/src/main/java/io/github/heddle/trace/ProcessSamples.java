package io.github.heddle.trace;

import io.github.heddle.trace.ProcessLane.Span;
import io.github.heddle.trace.Samples.Column;
import io.github.heddle.trace.Samples.Cores;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Puts the samples that worker processes took of themselves together, as if one sampler had taken
/// all of them.
final class ProcessSamples {
  private static final int MOST_ROWS = 40_000;

  private final List<ProcessLane> lanes;
  private final List<At> rows;

  ProcessSamples(List<ProcessLane> lanes) {
    this.lanes = lanes;
    this.rows =
        lanes.stream()
            .flatMap(lane -> lane.rows().stream().map(row -> new At(lane, row)))
            .sorted(Comparator.comparingLong(at -> at.row.nanos()))
            .toList();
  }

  /// A sample of a lane.
  private record At(ProcessLane lane, ThreadRow row) {}

  /// The kernel's samples with what workers ran on each core and in which lines they were seen;
  /// what sampling took is that of all. What workers read of themselves is apart: see [#readings].
  ///
  /// @param originNanos when the first task was submitted: times count from there
  Samples in(Samples kernel, long originNanos) {
    return new Samples(
        kernel.workers(),
        kernel.cores().map(c -> c.with(own(c, originNanos), c.machine())),
        kernel.intervalNanos(),
        lanes.stream().allMatch(ProcessLane::readyKnown),
        kernel.peakResidentBytes(),
        kernel.throttledNanos(),
        kernel.samplerNanosWith(lanes.stream().mapToLong(ProcessLane::samplerNanos).sum()),
        List.of(),
        Optional.empty(),
        List.of(),
        kernel.memory(),
        looks(originNanos));
  }

  private Map<Integer, List<Look>> looks(long originNanos) {
    return lanes.stream()
        .collect(
            Collectors.toMap(
                lane -> lane.lane().index(),
                lane -> lane.looks().stream().map(look -> look.shifted(-originNanos)).toList()));
  }

  /// How finely the lane is known that was looked at least: where another was looked at, nothing
  /// was learnt of it. Between the last sample of a process and the first of the one that took its
  /// place there is nobody to be looked at.
  long resolutionNanos() {
    return lanes.stream().mapToLong(ProcessSamples::resolutionNanos).max().orElse(0);
  }

  private static long resolutionNanos(ProcessLane lane) {
    long[] starts = lane.starting().stream().mapToLong(Span::fromNanos).toArray();
    return series(lane)
        .spacing((from, to) -> LongStream.of(starts).noneMatch(at -> from <= at && at < to));
  }

  /// What every process read of itself, by lane.
  ///
  /// @param originNanos when the first task was submitted: times count from there
  List<LaneReadings> readings(long originNanos) {
    return lanes.stream()
        .map(lane -> new LaneReadings(series(lane).since(originNanos), 0))
        .toList();
  }

  private static Series series(ProcessLane lane) {
    Series series = new Series(Column.count(1), MOST_ROWS);
    long last = Long.MIN_VALUE;
    for (ThreadRow row : lane.rows()) {
      if (row.nanos() > last) {
        series.add(
            row.nanos(),
            new long[] {lane.body().cpuAt(row), lane.body().readyAt(row), row.lockedNanos()});
        last = row.nanos();
      }
    }
    return series;
  }

  /// What workers ran while they sampled themselves, and before that while they were started.
  private Series own(Cores kernel, long originNanos) {
    Series starting = kernel.own();
    Series own = new Series(kernel.numbers().size(), MOST_ROWS);
    long[] row = new long[kernel.numbers().size()];
    long[] before = new long[lanes.size()];
    Arrays.fill(before, Long.MAX_VALUE);
    int next = 0;
    for (At at : rows) {
      long nanos = at.row.nanos() - originNanos;
      for (; next < starting.size() && starting.nanos(next) < nanos; next++) {
        add(own, starting.nanos(next), row, starting);
      }
      int lane = at.lane.lane().index();
      // the first sample of a thread only says where it begins
      long ran = at.row.cpuNanos() - before[lane];
      before[lane] = at.row.cpuNanos();
      int core = kernel.numbers().indexOf(at.row.core().orElse(-1));
      if (core >= 0) {
        row[core] += Math.max(0, ran);
      }
      add(own, nanos, row, starting);
    }
    return own;
  }

  private static void add(Series own, long nanos, long[] row, Series starting) {
    long[] all = row.clone();
    for (int core = 0; core < all.length; core++) {
      all[core] += starting.at(core, nanos);
    }
    own.add(nanos, all);
  }
}
