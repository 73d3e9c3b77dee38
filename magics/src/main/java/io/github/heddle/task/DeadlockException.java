package io.github.heddle.task;

/// Why a task was ended that waited for a lock in a circle with others: it would have waited for
/// ever. Its message names the circle, and the lines where each waits.
public final class DeadlockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message the circle, and what to do
  /// @param where the task waited
  public DeadlockException(String message, StackTraceElement[] where) {
    super(message);
    setStackTrace(where);
  }
}
