package io.github.heddle.model;

import io.github.heddle.plan.ModelProfile;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Work;
import org.jspecify.annotations.Nullable;

/// A way to run tasks concurrently, and to record what its workers did.
public interface Model {
  /// What planning has to know of it.
  ModelProfile profile();

  /// What the model is called in magics and plans, such as `threads`.
  default String name() {
    return profile().name();
  }

  /// Runs every task of the plan and blocks until each has ended, the time limit is over, or the
  /// scope was stopped. What a task throws is its outcome and never leaves this method. No thread
  /// of the run is left, except one that could not be ended; that one is given up after two
  /// seconds.
  ///
  /// Where the calling thread is interrupted, the run is stopped and the thread's interrupt flag is
  /// set again.
  ///
  /// @param scope the cell, or what else the run is part of; its workers belong to it
  /// @param watch looks at the run while it lasts
  <T, R extends @Nullable Object> Execution<R> run(
      Plan plan, Work<T, R> work, Scope scope, Watch watch);
}
