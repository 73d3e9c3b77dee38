package io.github.heddle.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.Optional;

/// Makes a subshell.
record CreateSubshellHandler(Subshells subshells) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    JsonObject content = Reply.ok();
    content.addProperty("subshell_id", subshells.create());
    return Optional.of(Reply.of(content));
  }
}
