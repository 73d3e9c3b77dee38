package io.github.heddle.kernel.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.messages.HMACGenerator;

/// Messages as signed ZeroMQ frames, and back. Any thread may use it.
final class WireFormat {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(US_ASCII);
  private static final int JSON_PARTS = 4;

  private final HMACGenerator signer;

  WireFormat(HMACGenerator signer) {
    this.signer = signer;
  }

  List<byte[]> encode(Message message) {
    byte[][] parts = {
      json(message.header()), json(message.parent()),
      json(message.metadata()), json(message.content())
    };
    List<byte[]> frames = new ArrayList<>(message.identities());
    frames.add(DELIMITER);
    frames.add(signer.calculateSignature(parts).getBytes(US_ASCII));
    frames.addAll(Arrays.asList(parts));
    frames.addAll(message.buffers());
    return frames;
  }

  Message decode(List<byte[]> frames) throws MalformedMessageException {
    int delimiter = delimiter(frames);
    int first = delimiter + 2;
    if (frames.size() < first + JSON_PARTS) {
      throw new MalformedMessageException("a message of " + frames.size() + " frames");
    }
    byte[][] parts = frames.subList(first, first + JSON_PARTS).toArray(byte[][]::new);
    verify(frames.get(delimiter + 1), parts);
    return new Message(
        frames.subList(0, delimiter),
        header(parts[0]),
        object(parts[1]),
        object(parts[2]),
        object(parts[3]),
        frames.subList(first + JSON_PARTS, frames.size()));
  }

  private static int delimiter(List<byte[]> frames) throws MalformedMessageException {
    return IntStream.range(0, frames.size())
        .filter(i -> Arrays.equals(DELIMITER, frames.get(i)))
        .findFirst()
        .orElseThrow(() -> new MalformedMessageException("a message without delimiter"));
  }

  private void verify(byte[] signature, byte[][] parts) throws MalformedMessageException {
    byte[] expected = signer.calculateSignature(parts).getBytes(US_ASCII);
    if (expected.length > 0 && !MessageDigest.isEqual(expected, signature)) {
      throw new MalformedMessageException("a message with a wrong signature");
    }
  }

  private static JsonObject header(byte[] part) throws MalformedMessageException {
    JsonObject header = object(part);
    for (String required : List.of("msg_id", "msg_type")) {
      if (!header.has(required) || !header.get(required).isJsonPrimitive()) {
        throw new MalformedMessageException("a message without " + required);
      }
    }
    return header;
  }

  private static JsonObject object(byte[] part) throws MalformedMessageException {
    try {
      JsonElement json = JsonParser.parseString(new String(part, UTF_8));
      return json.isJsonObject() ? json.getAsJsonObject() : new JsonObject();
    } catch (JsonParseException e) {
      throw new MalformedMessageException("a message that is no JSON", e);
    }
  }

  /// Unlike a plain Gson, an element's own text form leaves `<` and `>` as they are.
  private static byte[] json(JsonObject object) {
    return object.toString().getBytes(UTF_8);
  }
}
