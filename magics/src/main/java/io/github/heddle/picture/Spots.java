package io.github.heddle.picture;

import io.github.heddle.trace.CodeLine;
import io.github.heddle.trace.Passage;
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
/// @param passage where the task was before and after, if that is all that is known, and the same
///   of all slices
record Spots(Map<CodeLine, Long> nanos, long allNanos, Set<Seen> seen, Optional<Passage> passage) {
  /// Of the part of a slice that is so long.
  static Spots of(Slice slice, long partNanos) {
    return new Spots(
        slice.place().map(place -> Map.of(place.line(), partNanos)).orElse(Map.of()),
        partNanos,
        slice.place().map(place -> Set.of(place.seen())).orElse(Set.of()),
        slice.passage());
  }

  /// Both together.
  Spots plus(Spots other) {
    Map<CodeLine, Long> both = new HashMap<>(nanos);
    other.nanos.forEach((line, more) -> both.merge(line, more, Long::sum));
    Set<Seen> how = EnumSet.noneOf(Seen.class);
    how.addAll(seen);
    how.addAll(other.seen);
    return new Spots(
        both,
        allNanos + other.allNanos,
        how,
        passage.filter(own -> other.passage.filter(own::equals).isPresent()));
  }

  /// The line where they were for most of the time, or those between which they were; empty where
  /// that was not seen.
  Optional<String> text() {
    return place().map(Place::text).or(() -> passage.map(Passage::text));
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
