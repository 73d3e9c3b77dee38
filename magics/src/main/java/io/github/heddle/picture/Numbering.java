package io.github.heddle.picture;

import io.github.heddle.trace.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which bars carry the number of their task: the first of each task that is wide enough.
final class Numbering {
  private static final double DIGIT_WIDTH = 6.5;
  private static final double MARGIN = 5;

  private Numbering() {}

  /// @param bars of one row
  static List<Bar> of(List<Bar> bars, TimeAxis time) {
    Set<Integer> numbered = new HashSet<>();
    List<Bar> result = new ArrayList<>();
    for (Bar bar : bars) {
      boolean number = fits(bar, time) && numbered.add(bar.tasks().first());
      result.add(number ? bar.withNumber() : bar);
    }
    return result;
  }

  private static boolean fits(Bar bar, TimeAxis time) {
    double needed = bar.tasks().text().length() * DIGIT_WIDTH + MARGIN;
    return bar.tasks().single()
        && bar.state() != State.FAILED
        && bar.state() != State.LOCKED
        && bar.state() != State.STARTING
        && time.length(bar.nanos(), Scene.WIDTH) >= needed;
  }
}
