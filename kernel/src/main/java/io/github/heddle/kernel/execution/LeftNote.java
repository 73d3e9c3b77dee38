package io.github.heddle.kernel.execution;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.execution.LeftThread.Doing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// The note under a cell on the threads that it left. Pure.
///
/// @param threads some of them
/// @param more how many there are beside these
record LeftNote(List<LeftThread> threads, int more) {
  private static final String HOW_TO_END = "%stop ends them";

  LeftNote {
    threads = List.copyOf(threads);
  }

  /// The note as what is displayed: small print where that can be.
  JsonObject json() {
    DisplayData data = new DisplayData(text());
    data.putHTML("<small>" + escaped(text()) + "</small>");
    return Output.json(data);
  }

  /// The note in plain text.
  String text() {
    List<String> parts = new ArrayList<>();
    List<LeftThread> idle =
        threads.stream().filter(each -> each.doing() instanceof Doing.Idling).toList();
    List<LeftThread> busy = threads.stream().filter(each -> !idle.contains(each)).toList();
    if (!busy.isEmpty()) {
      parts.add("still running: " + listed(busy));
    }
    if (!idle.isEmpty()) {
      parts.add("idle, in a pool that was not shut down: " + listed(idle));
    }
    if (more > 0) {
      parts.add("and %,d more threads".formatted(more));
    }
    parts.add(HOW_TO_END);
    return String.join("; ", parts);
  }

  private static String listed(List<LeftThread> threads) {
    return threads.stream()
        .map(each -> each.name() + place(each.doing()))
        .collect(Collectors.joining(", "));
  }

  private static String place(Doing doing) {
    return doing instanceof Doing.Work(var at) ? at.map(line -> " (" + line + ")").orElse("") : "";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
