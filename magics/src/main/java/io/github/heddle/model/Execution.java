package io.github.heddle.model;

import io.github.heddle.task.Outcome;
import io.github.heddle.trace.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of running a plan, and what was recorded meanwhile.
///
/// @param outcomes one for each task, in task order
public record Execution<R extends @Nullable Object>(List<Outcome<R>> outcomes, Trace trace) {
  public Execution {
    outcomes = List.copyOf(outcomes);
  }
}
