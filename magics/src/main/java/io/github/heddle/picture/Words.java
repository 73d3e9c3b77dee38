package io.github.heddle.picture;

import io.github.heddle.report.Loop;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What states are called in a picture.
///
/// @param turn what tasks wait for that could go on and have lanes of their own: `the loop`
/// @param ready all that is waited for in the picture by those who could go on
/// @param waiting what time is called that is neither computing nor any other waiting
record Words(String turn, List<String> ready, String waiting) {
  Words {
    ready = ready.stream().distinct().sorted().toList();
  }

  /// Where waits for a core cannot be told apart, nobody may say that they are something else.
  static Words of(String turn, Trace trace) {
    String waiting = trace.statesMeasured() ? State.WAITING.label() : "waiting (also for a core)";
    return new Words(turn, List.of(), waiting);
  }

  /// The same in a picture where these are waited for.
  Words with(List<String> names) {
    return new Words(turn, names, waiting);
  }

  /// The same in a picture with these waits of those who could go on, of which empty ones may be
  /// for their turn or for a core. Those for offloaded work are for a turn, too: elsewhere.
  Words with(Stream<Optional<Awaited>> waits) {
    return with(
        waits
            .flatMap(wait ->
                wait.map(what -> Stream.of(what == Awaited.CORE ? Loop.A_CORE : turn))
                    .orElseGet(() -> Stream.of(Loop.A_CORE, turn)))
            .toList());
  }

  /// What a state is called, whatever is waited for: `waiting for a core or the loop`.
  String label(State state) {
    return switch (state) {
      case READY -> "waiting for " + either();
      case WAITING -> waiting;
      case RUNNING, LOCKED, STARTING, FAILED -> state.label();
    };
  }

  /// What the state of those who could go on is called where it is known what they wait for.
  String label(Awaited what) {
    return "waiting for "
        + switch (what) {
          case TURN -> turn;
          case CORE -> Loop.A_CORE;
          case OFFLOADED -> "its offloaded work";
        };
  }

  /// `the loop`, `a core or the loop`, `a carrier, a core or the loop`.
  private String either() {
    int last = ready.size() - 1;
    return last < 1
        ? String.join("", ready)
        : String.join(", ", ready.subList(0, last)) + " or " + ready.get(last);
  }
}
