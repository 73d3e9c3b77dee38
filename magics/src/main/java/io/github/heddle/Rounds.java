package io.github.heddle;

import io.github.heddle.plan.Repeats;
import io.github.heddle.plan.Turn;
import io.github.heddle.report.LeftOut;
import io.github.heddle.scope.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Runs of the same work under several models, in turns: so what changes on the machine meanwhile
/// changes for all of them. Used once, by one thread.
final class Rounds<T, R extends @Nullable Object> {
  /// Where it was not said how often, no other round is begun after this time.
  private static final Duration BEARABLE = Duration.ofSeconds(20);

  private final List<Repetition<T, R>> entrants;
  private final Repeats repeats;
  private final boolean patient;
  private final Scope scope;
  private final Map<String, String> leftOut = new LinkedHashMap<>();
  private final SameResults<R> results = new SameResults<>();
  private final long began = System.nanoTime();

  Rounds(List<Repetition<T, R>> entrants, Repeats repeats, boolean patient, Scope scope) {
    this.entrants = entrants;
    this.repeats = repeats;
    this.patient = patient;
    this.scope = scope;
  }

  Comparison<R> run() {
    for (int number = 1; number <= repeats.warmups(); number++) {
      round(true, number, repeats.warmups(), Repetition::warmUp);
    }
    int measured = 0;
    while (measured < repeats.measured() && (measured == 0 || patient || bearable())) {
      round(false, ++measured, repeats.measured(), this::measure);
    }
    List<Run<R>> runs =
        entrants.stream().filter(Repetition::begun).map(Repetition::reported).toList();
    List<LeftOut> missing =
        leftOut.entrySet().stream().map(out -> new LeftOut(out.getKey(), out.getValue())).toList();
    return new Comparison<>(runs, missing, results.difference());
  }

  private void round(boolean warmup, int number, int of, BiConsumer<Repetition<T, R>, Turn> turn) {
    for (Repetition<T, R> entrant : new ArrayList<>(entrants)) {
      String model = entrant.plan().model();
      if (!scope.stopped() && entrant.goesOn() && !leftOut.containsKey(model)) {
        take(entrant, new Turn(entrant.plan(), warmup, number, of), turn);
      }
    }
  }

  /// A body that a model cannot run is one that it refuses: where it cannot be sent to processes.
  private void take(
      Repetition<T, R> entrant, Turn turn, BiConsumer<Repetition<T, R>, Turn> action) {
    try {
      action.accept(entrant, turn);
    } catch (IllegalArgumentException refused) {
      leftOut.put(turn.plan().model(), String.valueOf(refused.getMessage()));
    }
  }

  private void measure(Repetition<T, R> entrant, Turn turn) {
    results.add(turn.plan().model(), entrant.measure(turn));
  }

  private boolean bearable() {
    return System.nanoTime() - began < BEARABLE.toNanos();
  }
}
