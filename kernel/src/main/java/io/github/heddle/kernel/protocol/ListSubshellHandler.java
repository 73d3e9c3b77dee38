package io.github.heddle.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;

/// Which subshells there are.
record ListSubshellHandler(Subshells subshells) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    JsonArray ids = new JsonArray();
    subshells.ids().forEach(ids::add);
    JsonObject content = Reply.ok();
    content.add("subshell_id", ids);
    return Optional.of(Reply.of(content));
  }
}
