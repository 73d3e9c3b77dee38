package io.github.heddle.kernel.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import io.github.heddle.kernel.output.Origin;
import io.github.heddle.kernel.output.Publisher;
import io.github.heddle.kernel.transport.Message;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.KernelTimestamp;
import org.dflib.jjava.jupyter.messages.MessageType;

/// Translates between our messages and the library's, for the parts of the library that are used.
final class LibraryMessages {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final TypeToken<Map<String, Object>> MAP = new TypeToken<>() {};

  private LibraryMessages() {}

  static <T> org.dflib.jjava.jupyter.messages.Message<T> toLibrary(
      Message message, MessageType<T> type, T content) {
    Header<T> header =
        new Header<>(
            message.id(),
            field(message, "username"),
            field(message, "session"),
            new KernelTimestamp(field(message, "date")),
            type,
            field(message, "version"));
    Map<String, Object> metadata = GSON.fromJson(message.metadata(), MAP);
    return new org.dflib.jjava.jupyter.messages.Message<>(
        message.identities(), header, null, metadata, content, message.buffers());
  }

  static void publish(
      org.dflib.jjava.jupyter.messages.Message<?> message, Origin origin, Publisher publisher) {
    JsonObject metadata =
        message.hasMetadata()
            ? GSON.toJsonTree(message.getMetadata()).getAsJsonObject()
            : new JsonObject();
    List<byte[]> buffers = message.getBlobs() == null ? List.of() : message.getBlobs();
    publisher.tell(
        origin,
        message.getHeader().getType().getName(),
        GSON.toJsonTree(message.getContent()).getAsJsonObject(),
        new Publisher.Extras(metadata, buffers));
  }

  private static String field(Message message, String name) {
    JsonElement value = message.header().get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }
}
