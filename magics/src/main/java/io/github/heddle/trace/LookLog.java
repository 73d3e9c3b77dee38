package io.github.heddle.trace;

import java.util.ArrayList;
import java.util.List;

/// Looks at one thread, or at one task, in the order of time. Bounded: when it is full, every other
/// look is left out, and from then on looks are wanted half as often. Any thread.
public final class LookLog {
  private final int capacity;
  private List<Look> looks = new ArrayList<>();
  private long spacing;

  /// @param capacity how many looks are kept at most, at least 4
  public LookLog(int capacity) {
    this.capacity = Math.max(4, capacity);
  }

  /// Whether there is room for a look at that moment.
  public synchronized boolean wants(long nanos) {
    return spacing == 0 || looks.isEmpty() || nanos - looks.getLast().fromNanos() >= spacing;
  }

  /// The next look; one that goes on with the last wait is taken as one with it.
  ///
  /// @return whether it is kept, as the last one there is
  public synchronized boolean add(Look look) {
    if (!looks.isEmpty() && looks.getLast().continuedBy(look)) {
      extend(look.toNanos());
      return true;
    }
    if (!wants(look.fromNanos())) {
      return false;
    }
    looks.add(look);
    if (looks.size() >= capacity) {
      thin();
    }
    return true;
  }

  /// The last one stays: it may go on.
  private void thin() {
    List<Look> kept = new ArrayList<>();
    for (int i = (looks.size() - 1) % 2; i < looks.size(); i += 2) {
      kept.add(looks.get(i));
    }
    long span = looks.getLast().fromNanos() - looks.getFirst().fromNanos();
    spacing = Math.max(2 * spacing, span / capacity);
    looks = kept;
  }

  /// The wait that was seen last goes on until then, in the same place.
  public synchronized void extend(long nanos) {
    looks.set(looks.size() - 1, looks.getLast().until(nanos));
  }

  /// What there is now.
  public synchronized List<Look> looks() {
    return List.copyOf(looks);
  }

  /// Takes all looks away; a wait that was seen last may still be extended, from there on.
  public synchronized List<Look> take() {
    List<Look> taken = looks;
    looks = new ArrayList<>();
    if (!taken.isEmpty() && !taken.getLast().computed()) {
      Look last = taken.getLast();
      looks.add(new Look(last.task(), last.state(), last.toNanos(), last.toNanos(), last.line()));
    }
    return List.copyOf(taken);
  }
}
