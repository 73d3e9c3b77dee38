package io.github.heddle.report;

import io.github.heddle.trace.Hold;
import java.util.List;
import java.util.Optional;

/// What carriers of virtual threads, such as the event loop, had to do with a run.
///
/// @param turn what tasks that can go on wait for, such as `the loop`; empty for other models,
///   whose tasks wait for a core
/// @param holds stretches in which one task kept others that were ready, the longest first
public record Loop(Optional<String> turn, List<Hold> holds) {
  public Loop {
    holds = List.copyOf(holds);
  }

  static Loop of(String model, List<Hold> holds) {
    return switch (model) {
      case "async" -> new Loop(Optional.of("the loop"), holds);
      case "virtual" -> new Loop(Optional.of("a carrier"), holds);
      default -> new Loop(Optional.empty(), List.of());
    };
  }

  /// The longest hold.
  Optional<Hold> longest() {
    return holds.stream().findFirst();
  }

  /// How many tasks held others up.
  long holders() {
    return holds.stream().mapToInt(Hold::task).distinct().count();
  }
}
