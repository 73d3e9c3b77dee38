package io.github.heddle.report;

import io.github.heddle.trace.LockWait;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A lock that tasks waited for.
///
/// @param nanos how long all tasks together waited for it
/// @param place where the longest wait was
/// @param holder the task that held it then
/// @param holderPlace where the holder was
public record LockedAt(
    String lock,
    long nanos,
    Optional<String> place,
    OptionalInt holder,
    Optional<String> holderPlace) {

  /// The locks of a run, the one that was waited for longest first.
  static List<LockedAt> of(List<LockWait> waits) {
    Map<String, LockedAt> locks = new LinkedHashMap<>();
    waits.stream()
        .sorted(Comparator.comparingLong(LockWait::nanos).reversed())
        .forEach(wait -> locks.merge(wait.lock(), of(wait), LockedAt::and));
    return locks.values().stream()
        .sorted(Comparator.comparingLong(LockedAt::nanos).reversed())
        .toList();
  }

  private static LockedAt of(LockWait wait) {
    return new LockedAt(wait.lock(), wait.nanos(), wait.place(), wait.holder(), wait.holderPlace());
  }

  private LockedAt and(LockedAt shorter) {
    boolean placed = place.isPresent();
    return new LockedAt(
        lock,
        nanos + shorter.nanos,
        placed ? place : shorter.place,
        placed ? holder : shorter.holder,
        placed ? holderPlace : shorter.holderPlace);
  }

  /// `Counter@3f at cell 4, line 7, held there by task 2`, as far as it is known.
  String inWords() {
    StringBuilder words = new StringBuilder(lock);
    place.ifPresent(at -> words.append(" at ").append(at));
    if (holder.isPresent()) {
      boolean there = holderPlace.isPresent() && holderPlace.equals(place);
      words.append(", held ").append(there ? "there " : "").append("by task ");
      words.append(holder.getAsInt());
      holderPlace.filter(_ -> !there).ifPresent(at -> words.append(" at ").append(at));
    }
    return words.toString();
  }
}
