package io.github.heddle.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Runs as Chrome trace events, in the JSON object form of the Trace Event Format: a process for
/// each run, or for each worker process, and a thread for each lane. Times are microseconds with
/// three decimals, since the earliest moment of all runs.
final class TraceEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TraceEvents() {}

  static String json(List<Recorded> runs) {
    ObjectNode file = JSON.createObjectNode();
    ArrayNode events = file.putArray("traceEvents");
    long origin = runs.stream().mapToLong(run -> run.trace().fromNanos()).min().orElse(0);
    int process = 1;
    for (Recorded run : runs) {
      process = new RunEvents(run, origin, events).write(process);
    }
    file.put("displayTimeUnit", "ms");
    file.putObject("otherData").put("made by", "Heddle");
    return text(file);
  }

  private static String text(ObjectNode file) {
    try {
      return JSON.writeValueAsString(file);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of texts and numbers", impossible);
    }
  }
}
