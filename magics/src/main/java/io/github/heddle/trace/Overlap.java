package io.github.heddle.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How long tasks waited while other threads were busy.
///
/// @param tasks slices of the workers
/// @param helpers slices of other threads
record Overlap(List<Slice> tasks, List<Slice> helpers) {
  private record Span(long start, long end) {}

  /// While a thread was busy that worked for the same task.
  long ofEachTask() {
    Map<Integer, List<Span>> busy =
        helpers.stream()
            .collect(
                Collectors.groupingBy(
                    Slice::task, Collectors.collectingAndThen(Collectors.toList(), Overlap::busy)));
    return tasks.stream()
        .filter(slice -> slice.state() == State.WAITING)
        .mapToLong(slice -> inside(slice, busy.getOrDefault(slice.task(), List.of())))
        .sum();
  }

  /// While any of the threads was busy.
  long ofAnyTask() {
    List<Span> busy = busy(helpers);
    return tasks.stream()
        .filter(slice -> slice.state() == State.WAITING)
        .mapToLong(slice -> inside(slice, busy))
        .sum();
  }

  /// When at least one of them did not wait itself, in order and without overlaps.
  private static List<Span> busy(List<Slice> slices) {
    List<Span> spans = new ArrayList<>();
    slices.stream()
        .filter(slice -> slice.state() != State.WAITING && slice.state() != State.FAILED)
        .sorted(Comparator.comparingLong(Slice::startNanos))
        .forEach(slice -> add(spans, new Span(slice.startNanos(), slice.endNanos())));
    return spans;
  }

  private static void add(List<Span> spans, Span next) {
    if (!spans.isEmpty() && next.start <= spans.getLast().end) {
      Span last = spans.removeLast();
      spans.add(new Span(last.start, Math.max(last.end, next.end)));
    } else {
      spans.add(next);
    }
  }

  private static long inside(Slice slice, List<Span> busy) {
    return busy.stream()
        .mapToLong(span ->
            Math.max(
                0, Math.min(span.end, slice.endNanos()) - Math.max(span.start, slice.startNanos())))
        .sum();
  }
}
