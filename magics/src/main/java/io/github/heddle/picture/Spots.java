package io.github.heddle.picture;

import io.github.heddle.trace.CodeLine;
import io.github.heddle.trace.Place;
import io.github.heddle.trace.Place.Seen;
import io.github.heddle.trace.Slice;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// In which lines the slices were that a bar stands for, each for how long.
///
/// @param nanos for how long slices were in a line, as far as that was seen
/// @param allNanos how long all slices are together
/// @param seen how surely the lines were seen
record Spots(Map<CodeLine, Long> nanos, long allNanos, Set<Seen> seen) {
  /// Of the part of a slice that is so long.
  static Spots of(Slice slice, long partNanos) {
    return new Spots(
        slice.place().map(place -> Map.of(place.line(), partNanos)).orElse(Map.of()),
        partNanos,
        slice.place().map(place -> Set.of(place.seen())).orElse(Set.of()));
  }

  /// Both together.
  Spots plus(Spots other) {
    Map<CodeLine, Long> both = new HashMap<>(nanos);
    other.nanos.forEach((line, more) -> both.merge(line, more, Long::sum));
    Set<Seen> how = EnumSet.noneOf(Seen.class);
    how.addAll(seen);
    how.addAll(other.seen);
    return new Spots(both, allNanos + other.allNanos, how);
  }

  /// The line where they were for most of the time; empty where that was not seen.
  Optional<Place> place() {
    return nanos.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .flatMap(most -> place(most.getKey(), most.getValue()));
  }

  private Optional<Place> place(CodeLine line, long there) {
    if (there == allNanos && seen.size() == 1) {
      return Optional.of(new Place(line, seen.iterator().next()));
    }
    return 2 * there > allNanos ? Optional.of(new Place(line, Seen.MOSTLY)) : Optional.empty();
  }
}
