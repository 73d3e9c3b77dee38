package io.github.heddle.ship;

/// Something cannot be sent to another process. The message is for the user: what it is, its type,
/// why, and what to do.
public final class NotShippable extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NotShippable(String message, Throwable cause) {
    super(message, cause);
  }
}
