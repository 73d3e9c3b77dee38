package io.github.heddle.kernel.output;

import com.google.gson.JsonObject;
import io.github.heddle.scope.OutputArea;

/// Tells front ends to clear what stands under the cell of the calling thread, after all that it
/// printed before.
public record Clearing(Attribution attribution, Outbox outbox, Publisher publisher)
    implements OutputArea {
  @Override
  public void clear(boolean withNext) {
    Origin origin = attribution.current();
    outbox.finishLines(origin);
    JsonObject content = new JsonObject();
    content.addProperty("wait", withNext);
    publisher.show(origin, "clear_output", content);
  }
}
