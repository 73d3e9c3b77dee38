package io.github.heddle.kernel.protocol;

import io.github.heddle.kernel.execution.ErrorReport;
import java.util.Optional;

/// Answers a request for a subshell that is not there, or no more.
record UnknownSubshellHandler() implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    return Optional.of(reply(request.subshell().orElse("")));
  }

  static Reply reply(String id) {
    return Reply.error(ErrorReport.of("UnknownSubshell", "there is no subshell " + id));
  }
}
