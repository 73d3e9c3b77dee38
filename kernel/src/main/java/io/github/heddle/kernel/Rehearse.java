package io.github.heddle.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import picocli.CommandLine.Command;

/// A short life of the kernel with itself as the client, in which the JVM learns what a start
/// needs: the first requests of a front end and a few common cells. Run once, at installation.
@Command(name = "rehearse", hidden = true)
final class Rehearse implements Callable<Integer> {
  private static final String DELIMITER = "<IDS|MSG>";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<String> PORTS =
      List.of("shell_port", "iopub_port", "control_port", "stdin_port", "hb_port");
  private static final List<String> CELLS =
      List.of(
          "1 + 1",
          "int half(int n) { return n / 2; }\nhalf(4)",
          "var words = List.of(\"warp\", \"weft\");\nSystem.out.println(words);",
          "words.stream().map(String::length).toList()",
          "%%threads -n 2\nhalf(task)");

  @Override
  public Integer call() throws IOException {
    JsonObject connection = connection();
    Path file = Files.createTempFile("heddle-rehearsal", ".json");
    try (ZContext context = new ZContext()) {
      Files.writeString(file, connection.toString());
      Main.run(file);
      ZMQ.Socket published = socket(context, SocketType.SUB, connection, "iopub_port");
      published.subscribe(ZMQ.SUBSCRIPTION_ALL);
      converse(socket(context, SocketType.DEALER, connection, "shell_port"));
    } finally {
      Files.delete(file);
    }
    return 0;
  }

  private static void converse(ZMQ.Socket shell) throws IOException {
    ask(shell, "kernel_info_request", new JsonObject());
    for (String cell : CELLS) {
      JsonObject content = new JsonObject();
      content.addProperty("code", cell);
      ask(shell, "execute_request", content);
    }
    JsonObject content = new JsonObject();
    content.addProperty("code", "words.si");
    content.addProperty("cursor_pos", "words.si".length());
    ask(shell, "complete_request", content);
  }

  private static void ask(ZMQ.Socket shell, String type, JsonObject content) throws IOException {
    JsonObject header = new JsonObject();
    header.addProperty("msg_id", type);
    header.addProperty("msg_type", type);
    ZMsg request = new ZMsg();
    for (String frame : List.of(DELIMITER, "", header.toString(), "{}", "{}", content.toString())) {
      request.add(frame.getBytes(StandardCharsets.UTF_8));
    }
    request.send(shell);
    check(ZMsg.recvMsg(shell), type + " " + content);
  }

  private static void check(ZMsg reply, String request) throws IOException {
    if (reply == null) {
      throw new IOException("no reply to " + request);
    }
    byte[] content = reply.getLast().getData();
    JsonObject json =
        JsonParser.parseString(new String(content, StandardCharsets.UTF_8)).getAsJsonObject();
    if (!json.get("status").getAsString().equals("ok")) {
      throw new IOException(request + " failed: " + json);
    }
  }

  private static ZMQ.Socket socket(
      ZContext context, SocketType type, JsonObject connection, String port) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setReceiveTimeOut((int) PATIENCE.toMillis());
    socket.setLinger(0);
    socket.connect("tcp://127.0.0.1:" + connection.get(port).getAsInt());
    return socket;
  }

  private static JsonObject connection() throws IOException {
    JsonObject connection = new JsonObject();
    connection.addProperty("ip", "127.0.0.1");
    connection.addProperty("transport", "tcp");
    connection.addProperty("signature_scheme", "hmac-sha256");
    connection.addProperty("key", "");
    for (String port : PORTS) {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        connection.addProperty(port, free.getLocalPort());
      }
    }
    return connection;
  }
}
