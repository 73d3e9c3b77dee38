package io.github.heddle.kernel.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.heddle.kernel.output.Origin;
import io.github.heddle.kernel.transport.Channel;
import io.github.heddle.kernel.transport.Message;
import java.util.Optional;

/// A message from a client.
///
/// @param channel where it came from and where its reply goes
/// @param origin what its outputs are attributed to
/// @param announced its number among those that run code of the notebook, 0 for the others
record Request(Channel channel, Message message, Origin origin, long announced) {
  static Request of(Channel channel, Message message) {
    Origin origin =
        new Origin(
            message.identities(),
            message.header(),
            !flag(message.content(), "silent", false),
            flag(message.content(), "allow_stdin", false));
    return new Request(channel, message, origin, 0);
  }

  /// The same, announced as one that will run code of the notebook.
  Request announcedAs(long number) {
    return new Request(channel, message, origin, number);
  }

  String type() {
    return message.type();
  }

  /// The subshell it is for; nothing if it is for the main shell.
  Optional<String> subshell() {
    return value(message.header(), "subshell_id").map(JsonPrimitive::getAsString);
  }

  /// The text of a field, empty where there is none.
  String text(String field) {
    return value(message.content(), field).map(JsonPrimitive::getAsString).orElse("");
  }

  int number(String field, int otherwise) {
    return value(message.content(), field)
        .filter(JsonPrimitive::isNumber)
        .map(JsonPrimitive::getAsInt)
        .orElse(otherwise);
  }

  boolean flag(String field, boolean otherwise) {
    return flag(message.content(), field, otherwise);
  }

  private static boolean flag(JsonObject content, String field, boolean otherwise) {
    return value(content, field)
        .filter(JsonPrimitive::isBoolean)
        .map(JsonPrimitive::getAsBoolean)
        .orElse(otherwise);
  }

  private static Optional<JsonPrimitive> value(JsonObject content, String field) {
    return content.get(field) instanceof JsonPrimitive primitive
        ? Optional.of(primitive)
        : Optional.empty();
  }
}
