package io.github.heddle.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/// The file in which a client says on which ports it wants to speak to the kernel.
record ConnectionFile(Path path) {
  /// @throws IOException if it cannot be read, or says something else
  KernelConnectionProperties read() throws IOException {
    try {
      JsonObject json = JsonParser.parseString(Files.readString(path)).getAsJsonObject();
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
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IOException("not a connection file: " + path, e);
    }
  }
}
