package io.github.heddle.report;

/// What kind of work tasks did, from the time they were running, waiting and locked.
public enum Kind {
  /// Running at least three quarters of the time.
  CPU_BOUND("CPU-bound "),
  /// Waiting at least three quarters of the time.
  IO_BOUND("I/O-bound "),
  /// Waiting for a lock at least a third of the time.
  LOCK_BOUND("lock-bound "),
  /// None of the others.
  MIXED("mixed "),
  /// Not measured, or too short to say.
  UNKNOWN("");

  private final String adjective;

  Kind(String adjective) {
    this.adjective = adjective;
  }

  /// The word before "tasks", a space after it; empty where nothing can be said.
  String adjective() {
    return adjective;
  }
}
