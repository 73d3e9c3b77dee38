package io.github.heddle.worker;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Stands for an exception that a task threw in a worker process and that cannot be sent to this
/// one: says its type and message, and has its stack trace.
public final class ThrownInWorker extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String type;

  private ThrownInWorker(String type, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.type = type;
  }

  /// One that says the same.
  static ThrownInWorker like(Throwable thrown) {
    return like(thrown, 0);
  }

  private static ThrownInWorker like(Throwable thrown, int depth) {
    Throwable cause = thrown.getCause();
    ThrownInWorker same =
        new ThrownInWorker(
            thrown.getClass().getName(),
            text(thrown),
            cause == null || depth > 10 ? null : like(cause, depth + 1));
    same.setStackTrace(thrown.getStackTrace());
    return same;
  }

  /// The type of the exception that was thrown.
  public String type() {
    return type;
  }

  private static String text(Throwable thrown) {
    try {
      return String.valueOf(thrown);
    } catch (RuntimeException broken) {
      return thrown.getClass().getName();
    }
  }
}
