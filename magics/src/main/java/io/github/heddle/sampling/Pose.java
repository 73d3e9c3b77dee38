package io.github.heddle.sampling;

import io.github.heddle.trace.State;

/// What can be told of a thread without looking at its stack.
///
/// @param task the task it works for
/// @param state running, as far as the JVM can tell, waiting, or locked
/// @param stay of a platform thread its CPU time: the same as long as it has not run; of a virtual
///   thread the same as long as it is not mounted, and as long as it is
public record Pose(Thread thread, int task, State state, long stay) {
  /// The same of what a carrier carries.
  Pose of(Thread carried) {
    return new Pose(carried, task, state, stay);
  }

  /// Whether the thread was still in the same wait, or on the same mount, at a later pose.
  public boolean stillIn(Pose later) {
    return task == later.task && state == later.state && stay == later.stay;
  }

  /// Whether it ran for the same task at both, as far as the JVM can tell.
  boolean computesAt(Pose later) {
    return task == later.task && state == State.RUNNING && later.state == State.RUNNING;
  }
}
