package io.github.heddle.kernel.execution;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/// An error as the front end shows it.
///
/// @param name what kind of error it is
/// @param message what is wrong
/// @param traceback lines of text, coloured by ANSI escapes
public record ErrorReport(String name, String message, List<String> traceback) {
  public ErrorReport {
    traceback = List.copyOf(traceback);
  }

  /// A report of one line.
  public static ErrorReport of(String name, String message) {
    return new ErrorReport(name, message, List.of(Ansi.red(name) + ": " + message));
  }

  /// The three fields of the protocol.
  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("ename", name);
    json.addProperty("evalue", message);
    JsonArray lines = new JsonArray();
    traceback.forEach(lines::add);
    json.add("traceback", lines);
    return json;
  }
}
