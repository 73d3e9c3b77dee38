package io.github.heddle.trace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The slices of one lane, written down as they happen, one after the other. Bounded: when it is
/// full, short ones that lie near each other are folded together, state by state, which costs the
/// order inside a step of time but no amount. Written by one thread at a time.
final class Tape {
  private final int lane;
  private final int capacity;
  private final List<Slice> slices = new ArrayList<>();
  private long step;

  /// @param capacity how many slices are kept at most, at least 16
  Tape(int lane, int capacity) {
    this.lane = lane;
    this.capacity = Math.max(16, capacity);
  }

  /// The next slice: it begins where the last one ended, or later.
  void add(int task, State state, long startNanos, long endNanos) {
    if (endNanos <= startNanos) {
      return;
    }
    Slice next = new Slice(lane, task, 1, state, startNanos, endNanos);
    if (!slices.isEmpty() && continues(slices.getLast(), next)) {
      Slice last = slices.removeLast();
      next = new Slice(lane, task, 1, state, last.startNanos(), endNanos);
    }
    slices.add(next);
    if (slices.size() >= capacity) {
      makeRoom();
    }
  }

  private void makeRoom() {
    fold();
    while (slices.size() > capacity / 2) {
      step = step == 0 ? firstStep() : 2 * step;
      fold();
    }
  }

  private static boolean continues(Slice last, Slice next) {
    return last.endNanos() == next.startNanos()
        && last.state() == next.state()
        && last.task() == next.task()
        && last.tasks() == 1;
  }

  private long firstStep() {
    return Math.max(1, (slices.getLast().endNanos() - slices.getFirst().startNanos()) / capacity);
  }

  /// How coarse it became; 0 while it is exact.
  long stepNanos() {
    return step;
  }

  /// What was written until now.
  List<Slice> slices() {
    return List.copyOf(slices);
  }

  private void fold() {
    List<Slice> all = List.copyOf(slices);
    slices.clear();
    int from = 0;
    for (int next = 1; next <= all.size(); next++) {
      if (next == all.size() || !near(all.get(next - 1), all.get(next))) {
        together(all.subList(from, next));
        from = next;
      }
    }
  }

  /// Whether both are short and lie in the same step of time.
  private boolean near(Slice one, Slice next) {
    return one.nanos() < step
        && next.nanos() < step
        && Math.floorDiv(one.startNanos(), step) == Math.floorDiv(next.startNanos(), step);
  }

  private void together(List<Slice> group) {
    if (group.size() == 1) {
      slices.add(group.getFirst());
      return;
    }
    Map<State, List<Slice>> byState = new EnumMap<>(State.class);
    group.forEach(
        slice -> byState.computeIfAbsent(slice.state(), _ -> new ArrayList<>()).add(slice));
    long at = group.getFirst().startNanos();
    for (List<Slice> own : byState.values()) {
      long end = at + own.stream().mapToLong(Slice::nanos).sum();
      Slice first = own.getFirst();
      slices.add(new Slice(lane, first.task(), tasks(own), first.state(), at, end));
      at = end;
    }
  }

  /// How many tasks they stand for; a task that comes up in several folded ones counts in each.
  private static int tasks(List<Slice> group) {
    Set<Integer> single = new HashSet<>();
    int folded = 0;
    for (Slice slice : group) {
      if (slice.tasks() == 1) {
        single.add(slice.task());
      } else {
        folded += slice.tasks();
      }
    }
    return single.size() + folded;
  }
}
