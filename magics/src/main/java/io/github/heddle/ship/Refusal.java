package io.github.heddle.ship;

import org.jspecify.annotations.Nullable;

/// Why something cannot be sent, in words for the user.
///
/// @param whole what was to be sent
/// @param part the part of it that was met last
record Refusal(
    Described described, @Nullable Object whole, @Nullable Object part, Throwable cause) {
  NotShippable exception() {
    return new NotShippable(message(), cause);
  }

  private String message() {
    return described.what() + " cannot be sent to another process: " + cause;
  }
}
