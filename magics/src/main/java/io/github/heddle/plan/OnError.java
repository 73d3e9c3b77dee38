package io.github.heddle.plan;

/// What a run does when a task fails.
public enum OnError {
  /// All tasks are run; then the run fails, naming every task that failed.
  CONTINUE,
  /// The first failure cancels the tasks under way and those not begun.
  STOP
}
