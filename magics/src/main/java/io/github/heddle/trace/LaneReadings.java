package io.github.heddle.trace;

import io.github.heddle.trace.Samples.Column;
import java.util.List;
import java.util.stream.IntStream;

/// What was read of one worker: its columns in a series that it may share with others. Of workers
/// that were looked at together all rows are moments at which it was read, too; processes look at
/// themselves, each at moments of its own, and between two of these nothing is known of the order
/// in which a process did what.
///
/// @param series three columns for each worker in it
/// @param number of the worker in the series
public record LaneReadings(Series series, int number) {
  /// Of workers that were looked at together, by lane.
  static List<LaneReadings> together(Series series, int lanes) {
    return IntStream.range(0, lanes).mapToObj(lane -> new LaneReadings(series, lane)).toList();
  }

  /// A column at any moment, as [Series#at] has it.
  long at(Column column, long nanos) {
    return series.at(column.of(number), nanos);
  }

  /// How far apart the readings are of the lane that was looked at most often; 0 without lanes.
  static long closest(List<LaneReadings> lanes) {
    return lanes.stream().mapToLong(lane -> lane.series.spacing()).min().orElse(0);
  }
}
