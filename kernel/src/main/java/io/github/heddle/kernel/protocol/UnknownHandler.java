package io.github.heddle.kernel.protocol;

import io.github.heddle.kernel.execution.ErrorReport;
import java.util.Optional;

/// Answers what this kernel does not know, so that no client waits in vain.
record UnknownHandler() implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    return Optional.of(
        Reply.error(
            ErrorReport.of("UnsupportedRequest", "this kernel does not answer " + request.type())));
  }
}
