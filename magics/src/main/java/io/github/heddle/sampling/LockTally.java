package io.github.heddle.sampling;

import io.github.heddle.trace.LockWait;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What was seen of one task's waits for one lock. Not thread-safe.
final class LockTally {
  private final int task;
  private final String lock;
  private long nanos;
  private final Map<String, Long> places = new HashMap<>();
  private final Map<Integer, Long> holders = new HashMap<>();
  private final Map<Integer, Map<String, Long>> holderPlaces = new HashMap<>();

  LockTally(int task, String lock) {
    this.task = task;
    this.lock = lock;
  }

  /// A stretch of waiting, as it was seen.
  void add(LockSight sight, long waited) {
    nanos += waited;
    sight.place().ifPresent(place -> places.merge(place, waited, Long::sum));
    sight.holder().ifPresent(holder -> add(holder, sight.holderPlace(), waited));
  }

  private void add(int holder, Optional<String> place, long waited) {
    holders.merge(holder, waited, Long::sum);
    place.ifPresent(at ->
        holderPlaces.computeIfAbsent(holder, _ -> new HashMap<>()).merge(at, waited, Long::sum));
  }

  long nanos() {
    return nanos;
  }

  LockWait lockWait() {
    @Nullable Integer holder = most(holders);
    return new LockWait(
        task,
        lock,
        Optional.ofNullable(most(places)),
        holder == null ? OptionalInt.empty() : OptionalInt.of(holder),
        Optional.ofNullable(holder)
            .map(holderPlaces::get)
            .flatMap(at -> Optional.ofNullable(most(at))),
        nanos);
  }

  private static <K> @Nullable K most(Map<K, Long> amounts) {
    return amounts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
