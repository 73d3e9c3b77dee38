package io.github.heddle;

import io.github.heddle.plan.Plan;
import io.github.heddle.task.Outcome;
import io.github.heddle.trace.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One execution of a body under a model: its tasks, their outcomes, its trace. Immutable.
public record Run<R extends @Nullable Object>(Plan plan, List<Outcome<R>> outcomes, Trace trace) {}
