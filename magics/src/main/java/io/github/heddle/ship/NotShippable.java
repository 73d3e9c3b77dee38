package io.github.heddle.ship;

import org.jspecify.annotations.Nullable;

/// Something cannot be sent to another process. The message is for the user: what it is, its type,
/// why, and what to do.
public final class NotShippable extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// @param cause what code of the user threw while it was copied; null where the message says all
  NotShippable(String message, @Nullable Throwable cause) {
    super(message, cause);
    setStackTrace(new StackTraceElement[0]); // where in this library does not matter
  }
}
