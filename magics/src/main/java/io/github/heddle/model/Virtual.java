package io.github.heddle.model;

import io.github.heddle.plan.ModelProfile;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Work;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Every task is a virtual thread; they share a few carriers, by default one for each core, and
/// leave theirs while they wait.
public final class Virtual implements Model {
  @Override
  public ModelProfile profile() {
    return ModelProfile.VIRTUAL;
  }

  @Override
  public <T, R extends @Nullable Object> Execution<R> run(
      Plan plan, Work<T, R> work, Scope scope, Watch watch) {
    List<String> names =
        IntStream.rangeClosed(1, plan.workers()).mapToObj(number -> "carrier-" + number).toList();
    return new Carriers<>(plan, work, scope, watch, names).execute();
  }
}
