package io.github.heddle.trace;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// In which lines the task of each slice of a lane was seen last before it and first after it,
/// while it did nothing else in between but compute and wait for cores. Pure.
final class Neighbours {
  private final List<Slice> slices;
  private final @Nullable CodeLine[] before;
  private final @Nullable CodeLine[] after;

  /// @param first in which line a task that computed was seen first in each slice
  /// @param last and in which last
  /// @param waited in which line it waited
  Neighbours(
      List<Slice> slices,
      @Nullable CodeLine[] first,
      @Nullable CodeLine[] last,
      @Nullable CodeLine[] waited) {
    this.slices = slices;
    this.before = new CodeLine[slices.size()];
    this.after = new CodeLine[slices.size()];
    for (int i = 1; i < before.length; i++) {
      if (goesOn(slices.get(i - 1), slices.get(i))) {
        before[i] = line(i - 1, last, waited, before);
      }
    }
    for (int i = after.length - 2; i >= 0; i--) {
      if (goesOn(slices.get(i), slices.get(i + 1))) {
        after[i] = line(i + 1, first, waited, after);
      }
    }
  }

  /// The same by looks at tasks that computed only.
  Neighbours(List<Slice> slices, @Nullable CodeLine[] first, @Nullable CodeLine[] last) {
    this(slices, first, last, new CodeLine[slices.size()]);
  }

  private @Nullable CodeLine line(
      int slice,
      @Nullable CodeLine[] computed,
      @Nullable CodeLine[] waited,
      @Nullable CodeLine[] beyond) {
    if (!computes(slices.get(slice))) {
      return waited[slice];
    }
    return computed[slice] != null ? computed[slice] : beyond[slice];
  }

  /// Where the task was before the slice and after it; empty where one of the two is not known.
  Optional<Passage> passage(int slice) {
    CodeLine from = before[slice];
    CodeLine to = after[slice];
    return from == null || to == null ? Optional.empty() : Optional.of(new Passage(from, to));
  }

  /// Whether it is on a core, or would be if there were one.
  static boolean computes(Slice slice) {
    return slice.state() == State.RUNNING || slice.state() == State.READY;
  }

  /// Whether the second one is of the same task and begins where the first one ends.
  static boolean goesOn(Slice slice, Slice next) {
    return slice.endNanos() == next.startNanos()
        && slice.task() == next.task()
        && slice.tasks() == 1
        && next.tasks() == 1;
  }
}
