package io.github.heddle.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// In which lines a task was seen during a slice, and how often or for how long.
final class LineVotes {
  private final Map<CodeLine, Long> votes = new LinkedHashMap<>();

  void add(CodeLine line, long weight) {
    votes.merge(line, weight, Long::sum);
  }

  boolean none() {
    return votes.isEmpty();
  }

  /// The line that was seen most; empty where none was seen.
  Optional<Place> place() {
    long all = votes.values().stream().mapToLong(Long::longValue).sum();
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> new Place(most.getKey(), seen(most.getValue(), all)));
  }

  private static Place.Seen seen(long most, long all) {
    if (most == all) {
      return Place.Seen.ALWAYS;
    }
    return 2 * most > all ? Place.Seen.MOSTLY : Place.Seen.OFTEN;
  }
}
