package io.github.heddle.kernel.output;

import com.google.gson.JsonObject;
import java.util.List;

/// The request on whose behalf something is shown, printed or asked.
///
/// @param identities the client that sent it, as ZeroMQ routes it
/// @param header its header, which becomes the parent of what is sent
/// @param visible whether its outputs are sent: those of a silent request are not
/// @param mayAsk whether its client answers questions
public record Origin(List<byte[]> identities, JsonObject header, boolean visible, boolean mayAsk) {
  /// No request at all: the kernel itself.
  public static final Origin KERNEL = new Origin(List.of(), new JsonObject(), true, false);

  public Origin {
    identities = List.copyOf(identities);
  }
}
