package io.github.heddle.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.function.Consumer;

/// Ends the kernel once the reply is under way.
///
/// @param end called with whether it will be started again; must not wait
record ShutdownHandler(Consumer<Boolean> end) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    boolean restart = request.flag("restart", false);
    JsonObject content = Reply.ok();
    content.addProperty("restart", restart);
    return Optional.of(Reply.of(content));
  }

  @Override
  public void afterwards(Request request) {
    end.accept(request.flag("restart", false));
  }
}
