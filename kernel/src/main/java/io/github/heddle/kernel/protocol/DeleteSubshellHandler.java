package io.github.heddle.kernel.protocol;

import java.util.Optional;

/// Ends a subshell.
record DeleteSubshellHandler(Subshells subshells) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    String id = request.text("subshell_id");
    return Optional.of(
        subshells.delete(id) ? Reply.of(Reply.ok()) : UnknownSubshellHandler.reply(id));
  }
}
