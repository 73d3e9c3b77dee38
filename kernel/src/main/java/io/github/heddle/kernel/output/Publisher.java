package io.github.heddle.kernel.output;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.transport.Channel;
import io.github.heddle.kernel.transport.Message;
import io.github.heddle.kernel.transport.Outgoing;
import io.github.heddle.kernel.transport.Session;
import java.util.List;

/// Tells everybody who listens what a request led to. Any thread may use it. Who shows something
/// waits while too much is under way; who tells something never waits.
public final class Publisher {
  private final Session session;
  private final Outbox outbox;

  public Publisher(Session session, Outbox outbox) {
    this.session = session;
    this.outbox = outbox;
  }

  /// Shows an output of a request, unless its outputs are not to be seen. It comes after all that
  /// the calling thread has printed, and after what threads printed that have ended.
  public void show(Origin origin, String type, JsonObject content) {
    if (origin.visible()) {
      outbox.finishLinesBefore(origin);
      outbox.putInTurn(outgoing(origin, type, content, new Extras(new JsonObject(), List.of())));
    }
  }

  /// Sends all that was printed for a request, lines that are not ended included.
  public void finishLines(Origin origin) {
    outbox.finishLines(origin);
  }

  /// Removes what was shown of a request, all that it printed included.
  ///
  /// @param wait whether it stays until something else is shown, so that nothing flickers
  public void clear(Origin origin, boolean wait) {
    outbox.finishLines(origin);
    JsonObject content = new JsonObject();
    content.addProperty("wait", wait);
    show(origin, "clear_output", content);
  }

  /// Tells that the kernel works on a request, or does no more.
  ///
  /// @param state `starting`, `busy` or `idle`
  public void status(Origin origin, String state) {
    JsonObject content = new JsonObject();
    content.addProperty("execution_state", state);
    tell(origin, "status", content);
  }

  /// Tells something that is no output, such as a message of a comm.
  public void tell(Origin origin, String type, JsonObject content) {
    tell(origin, type, content, new Extras(new JsonObject(), List.of()));
  }

  /// The same, with metadata and binary data.
  public void tell(Origin origin, String type, JsonObject content, Extras extras) {
    outbox.put(outgoing(origin, type, content, extras));
  }

  private Outgoing outgoing(Origin origin, String type, JsonObject content, Extras extras) {
    Message message =
        new Message(
            List.of(session.topic(type)),
            session.header(type),
            origin.header(),
            extras.metadata,
            content,
            extras.buffers);
    return new Outgoing(Channel.IOPUB, message);
  }

  /// What a message may carry beside its content.
  public record Extras(JsonObject metadata, List<byte[]> buffers) {}
}
