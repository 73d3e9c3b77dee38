package io.github.heddle;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/// The numbers of some tasks, read as `tasks 0, 4–7`. Numbers are added in ascending order.
final class TaskNumbers {
  private static final int MOST_RANGES = 40;

  private final List<Range> ranges = new ArrayList<>();
  private int count;

  private record Range(int first, int last) {
    @Override
    public String toString() {
      return first == last ? "" + first : first + (last == first + 1 ? ", " : "–") + last;
    }
  }

  void add(int task) {
    count++;
    if (!ranges.isEmpty() && ranges.getLast().last() == task - 1) {
      ranges.set(ranges.size() - 1, new Range(ranges.getLast().first(), task));
    } else if (ranges.size() <= MOST_RANGES) {
      ranges.add(new Range(task, task));
    }
  }

  @Override
  public String toString() {
    String numbers = ranges.stream().limit(MOST_RANGES).map(Range::toString).collect(joining(", "));
    String all = ranges.size() > MOST_RANGES ? " … (%,d tasks in all)".formatted(count) : "";
    return (count == 1 ? "task " : "tasks ") + numbers + all;
  }
}
