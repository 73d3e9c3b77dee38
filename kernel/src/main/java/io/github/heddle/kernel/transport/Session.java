package io.github.heddle.kernel.transport;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// One life of the kernel: gives its messages their headers. Any thread may use it.
public final class Session {
  /// The version of the protocol that is spoken.
  public static final String PROTOCOL_VERSION = "5.5";

  private static final String USER_NAME = "kernel";
  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private final String id = UUID.randomUUID().toString();
  private final AtomicLong messages = new AtomicLong();
  private final InstantSource clock;

  public Session(InstantSource clock) {
    this.clock = clock;
  }

  /// The name of this life of the kernel.
  public String id() {
    return id;
  }

  /// A header without a date: messages are dated when they are sent, so that dates never decrease.
  public JsonObject header(String type) {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", id + "_" + messages.getAndIncrement());
    header.addProperty("msg_type", type);
    header.addProperty("session", id);
    header.addProperty("username", USER_NAME);
    header.addProperty("version", PROTOCOL_VERSION);
    return header;
  }

  /// The topic under which messages of this type are published.
  public byte[] topic(String type) {
    return ("kernel." + id + "." + type).getBytes(StandardCharsets.UTF_8);
  }

  /// Now, in the form of the protocol: ISO 8601, UTC, with microseconds.
  public String timestamp() {
    return TIMESTAMP.format(clock.instant());
  }

  Message dated(Message message) {
    JsonObject header = message.header().deepCopy();
    header.addProperty("date", timestamp());
    return new Message(
        message.identities(),
        header,
        message.parent(),
        message.metadata(),
        message.content(),
        message.buffers());
  }
}
