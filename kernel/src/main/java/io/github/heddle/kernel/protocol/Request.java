package io.github.heddle.kernel.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.heddle.kernel.output.Origin;
import io.github.heddle.kernel.transport.Channel;
import io.github.heddle.kernel.transport.Message;

/// A message from a client.
///
/// @param channel where it came from and where its reply goes
/// @param origin what its outputs are attributed to
record Request(Channel channel, Message message, Origin origin) {
  static Request of(Channel channel, Message message) {
    Origin origin =
        new Origin(
            message.identities(),
            message.header(),
            !flag(message.content(), "silent", false),
            flag(message.content(), "allow_stdin", false));
    return new Request(channel, message, origin);
  }

  String type() {
    return message.type();
  }

  String text(String field) {
    JsonElement value = message.content().get(field);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  int number(String field, int otherwise) {
    JsonElement value = message.content().get(field);
    return value == null || value.isJsonNull() ? otherwise : value.getAsInt();
  }

  boolean flag(String field, boolean otherwise) {
    return flag(message.content(), field, otherwise);
  }

  private static boolean flag(JsonObject content, String field, boolean otherwise) {
    JsonElement value = content.get(field);
    return value == null || value.isJsonNull() ? otherwise : value.getAsBoolean();
  }
}
