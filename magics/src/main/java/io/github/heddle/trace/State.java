package io.github.heddle.trace;

/// What a worker or a task is doing during a slice.
public enum State {
  /// On a core.
  RUNNING("running"),
  /// Could run, waits for a core.
  READY("waiting for a core"),
  /// Waits for I/O, a sleep, or another task.
  WAITING("waiting (I/O, sleep)"),
  /// Waits for a lock that another thread holds.
  LOCKED("waiting for a lock"),
  /// A worker is being created, or values are on their way to or from it.
  STARTING("starting, sending"),
  /// The end of a task that failed.
  FAILED("failed");

  private final String label;

  State(String label) {
    this.label = label;
  }

  /// The words used in legends and tables.
  public String label() {
    return label;
  }
}
