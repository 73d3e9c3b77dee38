package io.github.heddle.kernel.protocol;

import java.util.Optional;

/// Stops the cell that is running, or the one that was sent before and is read next.
record InterruptHandler(EarlyStops stops) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    stops.stop(request);
    return Optional.of(Reply.of(Reply.ok()));
  }
}
