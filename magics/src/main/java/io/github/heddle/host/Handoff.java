package io.github.heddle.host;

import io.github.heddle.Comparison;
import io.github.heddle.Run;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The way of a run's results from the kernel, which does not know their type, into the notebook,
/// which does. Used by one thread after the other.
public final class Handoff<R extends @Nullable Object> {
  private @Nullable Run<R> delivered;
  private @Nullable Comparison<R> compared;

  /// @param work the work whose results are handed over: it knows their type
  public Handoff(Work<?, R> work) {
    Objects.requireNonNull(work);
  }

  /// Puts the run in; called by the kernel.
  @SuppressWarnings("unchecked") // a run of the work that this was made for
  public void deliver(Run<?> run) {
    delivered = (Run<R>) run;
  }

  /// Puts the comparison in; called by the kernel.
  @SuppressWarnings("unchecked") // a comparison of the work that this was made for
  public void deliver(Comparison<?> comparison) {
    compared = (Comparison<R>) comparison;
  }

  /// The comparison that was delivered.
  public Comparison<R> comparison() {
    return Objects.requireNonNull(compared, "nothing was delivered");
  }

  /// The run that was delivered.
  public Run<R> run() {
    return Objects.requireNonNull(delivered, "nothing was delivered");
  }

  /// Its results in the order of the tasks; null where a task gave none.
  public List<@Nullable R> results() {
    List<@Nullable R> results = new ArrayList<>();
    for (Outcome<R> outcome : run().outcomes()) {
      results.add(outcome instanceof Outcome.Done<R>(R value) ? value : null);
    }
    return Collections.unmodifiableList(results);
  }
}
