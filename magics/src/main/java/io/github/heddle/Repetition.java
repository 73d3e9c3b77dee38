package io.github.heddle;

import io.github.heddle.model.Execution;
import io.github.heddle.model.Model;
import io.github.heddle.model.Models;
import io.github.heddle.model.Watch;
import io.github.heddle.plan.Plan;
import io.github.heddle.plan.Repeats;
import io.github.heddle.plan.Turn;
import io.github.heddle.report.Numbers;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Items;
import io.github.heddle.task.Work;
import io.github.heddle.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Runs of the same work under the same model, of which one is reported. A run in which a task has
/// no result is the last one. Used by one thread.
final class Repetition<T, R extends @Nullable Object> {
  private final Plan plan;
  private final Model model;
  private final Work<T, R> work;
  private final Scope scope;
  private final Function<Turn, Watch> watches;
  private final List<Measured> measured = new ArrayList<>();
  private Optional<Run<R>> last = Optional.empty();

  /// A run of which the results are forgotten.
  private record Measured(Trace trace, Numbers numbers) {}

  /// @param watches what looks at each of the runs while it lasts
  Repetition(Plan plan, Work<T, R> work, Scope scope, Function<Turn, Watch> watches) {
    this.plan = plan;
    this.model = Models.named(plan.model()).orElseThrow();
    this.work = work;
    this.scope = scope;
    this.watches = watches;
  }

  /// Does all of them.
  Run<R> run(Repeats repeats) {
    for (int number = 1; number <= repeats.warmups() && goesOn(); number++) {
      warmUp(new Turn(plan, true, number, repeats.warmups()));
    }
    for (int number = 1; number <= repeats.measured() && goesOn(); number++) {
      measure(new Turn(plan, false, number, repeats.measured()));
    }
    return reported();
  }

  /// Whether another run makes sense.
  boolean goesOn() {
    return last.isEmpty() || (last.get().done() && !scope.stopped());
  }

  /// Does one run of which nothing is kept, unless it is the last.
  void warmUp(Turn turn) {
    last = Optional.of(once(turn));
  }

  /// Does one run that counts.
  Run<R> measure(Turn turn) {
    Run<R> run = once(turn);
    last = Optional.of(run);
    measured.add(new Measured(run.trace(), run.report().numbers()));
    return run;
  }

  /// Whether anything was run.
  boolean begun() {
    return last.isPresent();
  }

  /// What each of the runs does.
  Plan plan() {
    return plan;
  }

  /// What is reported: of runs that all went well, the trace of the one with the median wall time
  /// and the results of the last one; else the one that did not go well.
  Run<R> reported() {
    Run<R> run = last.orElseThrow(() -> new IllegalStateException("nothing was run"));
    if (measured.isEmpty()) {
      return run;
    }
    Trace trace = run.done() ? median().trace : run.trace();
    return new Run<>(
        plan,
        run.outcomes(),
        trace,
        measured.stream().map(Measured::numbers).toList(),
        Items.of(work));
  }

  private Measured median() {
    List<Measured> sorted =
        measured.stream().sorted(Comparator.comparingLong(one -> one.numbers.wallNanos())).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  private Run<R> once(Turn turn) {
    Execution<R> execution = model.run(plan, work, scope, watches.apply(turn));
    return new Run<>(plan, execution.outcomes(), execution.trace(), List.of(), Items.of(work));
  }
}
