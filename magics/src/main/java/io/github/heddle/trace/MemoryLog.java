package io.github.heddle.trace;

import java.util.ArrayList;
import java.util.List;

/// Readings of the memory of one process, in order. Bounded: when there are too many, two and two
/// become one, the larger of both, and from then on the log takes half as many. So the largest
/// reading of all is never lost, however long a run lasts. For one thread.
public final class MemoryLog {
  private static final int MOST = 1_000;

  private final List<MemoryReading> readings = new ArrayList<>();
  private long spacing;

  /// Adds the next reading.
  public void add(MemoryReading reading) {
    if (!readings.isEmpty() && reading.nanos() - readings.getLast().nanos() < spacing) {
      readings.addLast(readings.removeLast().or(reading));
      return;
    }
    if (readings.size() == MOST) {
      halve();
    }
    readings.add(reading);
  }

  private void halve() {
    long span = readings.getLast().nanos() - readings.getFirst().nanos();
    for (int pair = 0; pair < MOST / 2; pair++) {
      readings.set(pair, readings.get(2 * pair).or(readings.get(2 * pair + 1)));
    }
    readings.subList(MOST / 2, MOST).clear();
    spacing = 2 * span / (MOST - 1);
  }

  /// The readings there are now.
  public List<MemoryReading> readings() {
    return List.copyOf(readings);
  }
}
