package io.github.heddle.model;

import io.github.heddle.plan.Plan;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Work;
import org.jspecify.annotations.Nullable;

/// One thread, one task after the other: what the other models are compared with.
public final class Sequential implements Model {
  @Override
  public String name() {
    return "sequential";
  }

  @Override
  public <T, R extends @Nullable Object> Execution<R> run(Plan plan, Work<T, R> work, Scope scope) {
    Scope run = scope.child(name());
    return new Crew<>(plan, new Tasks<>(plan, work, run), run).execute(1);
  }
}
