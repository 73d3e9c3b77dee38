package io.github.heddle.model;

import io.github.heddle.plan.ModelProfile;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event-loop thread. Every task is a virtual thread that is mounted on it whenever it can go
/// on: what blocks yields the loop, what computes holds it.
public final class Async implements Model {
  @Override
  public ModelProfile profile() {
    return ModelProfile.ASYNC;
  }

  @Override
  public <T, R extends @Nullable Object> Execution<R> run(
      Plan plan, Work<T, R> work, Scope scope, Watch watch) {
    return new Carriers<>(plan, work, scope, watch, List.of("event loop")).execute();
  }
}
