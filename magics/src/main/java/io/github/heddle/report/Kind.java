package io.github.heddle.report;

/// What kind of work tasks did, from the time they were running, waiting and locked.
public enum Kind {
  /// Running at least three quarters of the time: without the rest, the same would be done 1.33
  /// times as fast at most.
  CPU_BOUND("CPU-bound ", 0.75),
  /// Waiting at least three quarters of the time: one core has the time for four such tasks at
  /// once.
  IO_BOUND("I/O-bound ", 0.75),
  /// Waiting for a lock at least a third of the time: half as long as all else took, or longer.
  LOCK_BOUND("lock-bound ", 1 / 3.0),
  /// None of the others.
  MIXED("mixed ", 0),
  /// Not measured, or too short to say.
  UNKNOWN("", 0);

  private final String adjective;
  private final double least;

  Kind(String adjective, double least) {
    this.adjective = adjective;
    this.least = least;
  }

  /// The share of that work among what tasks did, from which on they are of this kind.
  double least() {
    return least;
  }

  /// The word before "tasks", a space after it; empty where nothing can be said.
  String adjective() {
    return adjective;
  }
}
