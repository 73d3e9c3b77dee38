package io.github.heddle.task;

/// How a task ended.
public enum Ending {
  DONE,
  FAILED,
  TIMED_OUT,
  CANCELLED,
  NOT_STARTED
}
