package io.github.heddle.sampling;

import java.util.Optional;
import java.util.OptionalInt;

/// A wait for a lock as it was seen once.
///
/// @param task the one that waits
/// @param lock the lock's name
/// @param place where it waits, where that was looked up
/// @param holder the task that holds the lock, where a task does
/// @param holderPlace where the holder was
record LockSight(
    int task,
    String lock,
    long ownerId,
    Optional<String> place,
    OptionalInt holder,
    Optional<String> holderPlace) {

  /// Whether both are of one wait for one holder: then what one says of places holds for the other.
  boolean continues(LockSight earlier) {
    return task == earlier.task && ownerId == earlier.ownerId && lock.equals(earlier.lock);
  }

  /// The same with the places of an earlier look.
  LockSight withPlacesOf(LockSight earlier) {
    return new LockSight(task, lock, ownerId, earlier.place, holder, earlier.holderPlace);
  }
}
