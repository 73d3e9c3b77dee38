package io.github.heddle.kernel.transport;

import com.google.gson.JsonObject;
import java.util.List;

/// A message of the Jupyter protocol. Its JSON is treated as immutable once the message is made.
///
/// @param identities where it came from or goes to, as ZeroMQ routes it; the topic on
///   [Channel#IOPUB]
/// @param header has at least `msg_id` and `msg_type`; what else it carries is kept as it came
/// @param parent the header of the message that caused it, empty if there is none
/// @param buffers binary data that goes with the content
public record Message(
    List<byte[]> identities,
    JsonObject header,
    JsonObject parent,
    JsonObject metadata,
    JsonObject content,
    List<byte[]> buffers) {

  public Message {
    identities = List.copyOf(identities);
    buffers = List.copyOf(buffers);
  }

  /// The kind of message, such as `execute_request`.
  public String type() {
    return header.get("msg_type").getAsString();
  }

  /// The message's own name.
  public String id() {
    return header.get("msg_id").getAsString();
  }
}
