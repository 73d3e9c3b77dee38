package io.github.heddle.kernel.output;

import com.google.gson.JsonObject;
import java.util.List;

/// The request on whose behalf something is shown, printed or asked. No two are equal.
public final class Origin {
  /// No request at all: the kernel itself.
  public static final Origin KERNEL = new Origin(List.of(), new JsonObject(), true, false);

  private final List<byte[]> identities;
  private final JsonObject header;
  private final boolean visible;
  private final boolean mayAsk;

  /// @param identities the client that sent it, as ZeroMQ routes it
  /// @param header its header, which becomes the parent of what is sent
  /// @param visible whether its outputs are sent: those of a silent request are not
  /// @param mayAsk whether its client answers questions
  public Origin(List<byte[]> identities, JsonObject header, boolean visible, boolean mayAsk) {
    this.identities = List.copyOf(identities);
    this.header = header;
    this.visible = visible;
    this.mayAsk = mayAsk;
  }

  List<byte[]> identities() {
    return identities;
  }

  JsonObject header() {
    return header;
  }

  /// Whether its outputs are sent.
  public boolean visible() {
    return visible;
  }

  boolean mayAsk() {
    return mayAsk;
  }
}
