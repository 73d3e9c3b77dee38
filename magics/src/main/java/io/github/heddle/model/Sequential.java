package io.github.heddle.model;

import io.github.heddle.plan.ModelProfile;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Work;
import org.jspecify.annotations.Nullable;

/// One thread, one task after the other: what the other models are compared with.
public final class Sequential implements Model {
  @Override
  public ModelProfile profile() {
    return ModelProfile.SEQUENTIAL;
  }

  @Override
  public <T, R extends @Nullable Object> Execution<R> run(
      Plan plan, Work<T, R> work, Scope scope, Watch watch) {
    Scope run = scope.child(name());
    return new Crew<>(plan, new Tasks<>(plan, work, run), run, watch).execute(1);
  }
}
