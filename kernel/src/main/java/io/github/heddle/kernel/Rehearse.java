package io.github.heddle.kernel;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.transport.LocalClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// A short life of the kernel with itself as the client, in which the JVM learns what a start
/// needs: signed requests as the first of a front end are, and a few common cells. Run once, at
/// installation.
@Command(name = "rehearse", hidden = true)
final class Rehearse implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<String> PORTS =
      List.of("shell_port", "iopub_port", "control_port", "stdin_port", "hb_port");
  private static final List<String> CELLS =
      List.of(
          "1 + 1",
          "int half(int n) { return n / 2; }\nhalf(4)",
          "var words = List.of(\"warp\", \"weft\");\nSystem.out.println(words);",
          "words.stream().map(String::length).toList()",
          "%%threads -n 2\nhalf(task)",
          "%%threads -n 2\nsynchronized (words) { Thread.sleep(5); }",
          "record Pick(int number) {}",
          "%%processes -n 2\nnew Pick(half(task))");

  @Override
  public Integer call() throws IOException, GeneralSecurityException {
    Path file = Files.createTempFile("heddle-rehearsal", ".json");
    try {
      Files.writeString(file, connection().toString());
      Main.run(file);
      try (LocalClient client = new LocalClient(new ConnectionFile(file).read(), PATIENCE)) {
        rehearseWith(client);
      }
    } finally {
      Files.delete(file);
    }
    return 0;
  }

  private static void rehearseWith(LocalClient client) throws IOException {
    ask(client, "kernel_info_request", new JsonObject());
    for (String cell : CELLS) {
      ask(client, "execute_request", code(cell));
    }
    JsonObject begun = code("words.si");
    begun.addProperty("cursor_pos", "words.si".length());
    ask(client, "complete_request", begun);
  }

  private static JsonObject code(String text) {
    JsonObject content = new JsonObject();
    content.addProperty("code", text);
    return content;
  }

  private static void ask(LocalClient client, String type, JsonObject content) throws IOException {
    JsonObject reply = client.ask(type, content);
    if (!reply.get("status").getAsString().equals("ok")) {
      throw new IOException("%s %s failed: %s".formatted(type, content, reply));
    }
  }

  private static JsonObject connection() throws IOException {
    JsonObject connection = new JsonObject();
    connection.addProperty("ip", "127.0.0.1");
    connection.addProperty("transport", "tcp");
    connection.addProperty("signature_scheme", "hmac-sha256");
    connection.addProperty("key", "rehearsal");
    for (String port : PORTS) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        connection.addProperty(port, free.getLocalPort());
      }
    }
    return connection;
  }
}
