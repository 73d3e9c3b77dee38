package io.github.heddle.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.heddle.kernel.transport.Connection;
import io.github.heddle.kernel.transport.CurveKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/// The file in which a client says on which ports it wants to speak to the kernel.
record ConnectionFile(Path path) {
  /// @throws IOException if it cannot be read, or says something else
  Connection read() throws IOException {
    try {
      JsonObject json = JsonParser.parseString(Files.readString(path)).getAsJsonObject();
      return new Connection(properties(json), keys(json));
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IOException("not a connection file: " + path, e);
    } catch (IllegalArgumentException e) {
      throw new IOException("the connection file " + path + " is wrong: " + e.getMessage(), e);
    }
  }

  private static KernelConnectionProperties properties(JsonObject json) {
    return new KernelConnectionProperties(
        json.get("ip").getAsString(),
        json.get("control_port").getAsInt(),
        json.get("shell_port").getAsInt(),
        json.get("stdin_port").getAsInt(),
        json.get("hb_port").getAsInt(),
        json.get("iopub_port").getAsInt(),
        json.get("transport").getAsString(),
        json.get("signature_scheme").getAsString(),
        json.get("key").getAsString());
  }

  /// One key without the other is a mistake: going on without encryption would betray what the
  /// client took for secret.
  private static Optional<CurveKeys> keys(JsonObject json) {
    Optional<String> open = text(json, "curve_publickey");
    Optional<String> secret = text(json, "curve_secretkey");
    return open.isEmpty() && secret.isEmpty()
        ? Optional.empty()
        : Optional.of(CurveKeys.of(open.orElse(""), secret.orElse("")));
  }

  private static Optional<String> text(JsonObject json, String name) {
    JsonElement value = json.get(name);
    return value == null || value.isJsonNull()
        ? Optional.empty()
        : Optional.of(value.getAsString());
  }
}
