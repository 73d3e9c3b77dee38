package io.github.heddle.report;

import io.github.heddle.plan.Plan;
import io.github.heddle.trace.Hold;
import io.github.heddle.trace.Trace;
import java.util.List;
import java.util.Optional;

/// What carriers of virtual threads, such as the event loop, had to do with a run.
///
/// @param turn what tasks that can go on wait for, such as `the loop`; empty for other models,
///   whose tasks wait for a core
/// @param holds stretches in which one task kept others that were ready, the longest first
/// @param offloaded what was done beside them
public record Loop(Optional<String> turn, List<Hold> holds, Offloaded offloaded) {
  static final String THE_LOOP = "the loop";
  static final String A_CARRIER = "a carrier";

  /// What threads wait for that could go on.
  public static final String A_CORE = "a core";

  public Loop {
    holds = List.copyOf(holds);
  }

  static Loop of(Plan plan, Trace trace) {
    Optional<String> turn = turn(plan);
    return turn.isPresent()
        ? new Loop(turn, trace.obstacles().holds(), Offloaded.of(trace, plan.workers()))
        : new Loop(turn, List.of(), Offloaded.NOTHING);
  }

  /// What tasks of any model that can go on wait for.
  public static String readyFor(Plan plan) {
    return turn(plan).orElse(A_CORE);
  }

  /// The same of models whose tasks wait for something else than a core.
  static Optional<String> turn(Plan plan) {
    return switch (plan.model()) {
      case "async" -> Optional.of(THE_LOOP);
      case "virtual" -> Optional.of(A_CARRIER);
      default -> Optional.empty();
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
