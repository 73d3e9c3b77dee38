package io.github.heddle.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/// Cells that were run, of this life of the kernel, whose number as a session is 0.
record HistoryHandler(History history) implements Handler {
  @Override
  public Optional<Reply> handle(Request request) {
    boolean withOutput = request.flag("output", false);
    JsonArray entries = new JsonArray();
    chosen(request).forEach(entry -> entries.add(json(entry, withOutput)));
    JsonObject content = Reply.ok();
    content.add("history", entries);
    return Optional.of(Reply.of(content));
  }

  private List<History.Entry> chosen(Request request) {
    int count = Math.max(0, request.number("n", Integer.MAX_VALUE));
    return switch (request.text("hist_access_type")) {
      case "tail" -> history.tail(count);
      case "search" -> history.search(pattern(request), count, request.flag("unique", false));
      case "range" -> range(request);
      default -> List.of();
    };
  }

  private static String pattern(Request request) {
    String pattern = request.text("pattern");
    return pattern.isEmpty() ? "*" : pattern;
  }

  private List<History.Entry> range(Request request) {
    return request.number("session", 0) == 0
        ? history.range(request.number("start", 0), request.number("stop", Integer.MAX_VALUE))
        : List.of();
  }

  private static JsonArray json(History.Entry entry, boolean withOutput) {
    JsonArray json = new JsonArray();
    json.add(0);
    json.add(entry.number());
    if (withOutput) {
      JsonArray both = new JsonArray();
      both.add(entry.input());
      both.add(entry.output());
      json.add(both);
    } else {
      json.add(entry.input());
    }
    return json;
  }
}
