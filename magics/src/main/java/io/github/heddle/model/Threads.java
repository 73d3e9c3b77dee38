package io.github.heddle.model;

import io.github.heddle.plan.ModelProfile;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Work;
import org.jspecify.annotations.Nullable;

/// A pool of platform threads that share the memory of the kernel; each takes the next task when it
/// has done one. There are no more threads than tasks.
public final class Threads implements Model {
  @Override
  public ModelProfile profile() {
    return ModelProfile.THREADS;
  }

  @Override
  public <T, R extends @Nullable Object> Execution<R> run(
      Plan plan, Work<T, R> work, Scope scope, Watch watch) {
    Scope run = scope.child(name());
    return new Crew<>(plan, new Tasks<>(plan, work, run), run, watch).execute(plan.workers());
  }
}
