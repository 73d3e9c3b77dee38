package io.github.heddle.kernel.protocol;

import java.util.Optional;

/// Handles one kind of request. That the kernel is busy before and idle afterwards is told around
/// it.
interface Handler {
  /// The reply; nothing for messages that are not replied to. What is thrown becomes an error
  /// reply.
  Optional<Reply> handle(Request request) throws Exception;

  /// What is to be done once all about the request has been told. Must not wait.
  default void afterwards(Request request) {}
}
