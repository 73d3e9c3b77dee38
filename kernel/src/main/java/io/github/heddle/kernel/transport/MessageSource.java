package io.github.heddle.kernel.transport;

import java.util.Optional;

/// Where the one sender takes what it sends.
public interface MessageSource {
  /// Waits for the next message; nothing means that there will never be another one.
  ///
  /// @throws InterruptedException if the calling thread is interrupted while it waits
  Optional<Outgoing> take() throws InterruptedException;
}
