package io.github.heddle.report;

import io.github.heddle.trace.Lane;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What tasks on an event loop, or on carriers, had done beside it.
///
/// @param workers how many threads and processes did it
/// @param runningNanos for how long they computed, together
/// @param waitingNanos for how long they waited, together
public record Offloaded(int workers, long runningNanos, long waitingNanos) {
  static final Offloaded NOTHING = new Offloaded(0, 0, 0);

  private static final Pattern BESIDE = Pattern.compile("(offload|process)-.*");

  /// Those that are there for it, as their lanes say, not threads that tasks started.
  ///
  /// @param carriers how many lanes are those of carriers
  static Offloaded of(Trace trace, int carriers) {
    Set<Integer> lanes =
        trace.lanes().stream()
            .filter(lane -> lane.index() >= carriers && BESIDE.matcher(lane.name()).matches())
            .map(Lane::index)
            .collect(Collectors.toSet());
    return new Offloaded(
        lanes.size(), sum(trace, lanes, State.RUNNING), sum(trace, lanes, State.WAITING));
  }

  private static long sum(Trace trace, Set<Integer> lanes, State state) {
    return trace.slices().stream()
        .filter(slice -> slice.state() == state && lanes.contains(slice.lane()))
        .mapToLong(Slice::nanos)
        .sum();
  }
}
