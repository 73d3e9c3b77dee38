package io.github.heddle.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.comm.Comm;

/// Which comms are open.
record CommInfoHandler(Comms comms) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    String target = request.text("target_name");
    JsonObject open = new JsonObject();
    for (Comm comm : comms) {
      if (target.isEmpty() || target.equals(comm.getTargetName())) {
        JsonObject info = new JsonObject();
        info.addProperty("target_name", comm.getTargetName());
        open.add(comm.getID(), info);
      }
    }
    JsonObject content = Reply.ok();
    content.add("comms", open);
    return Optional.of(Reply.of(content));
  }
}
