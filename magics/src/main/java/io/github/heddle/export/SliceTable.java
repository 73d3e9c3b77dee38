package io.github.heddle.export;

import io.github.heddle.trace.Lane;
import io.github.heddle.trace.Slice;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Slices as comma-separated values (RFC 4180, lines end in a line feed): times are whole
/// nanoseconds since the first task of the run was submitted.
final class SliceTable {
  private static final String HEADER = "model,lane,task,tasks,state,start_ns,end_ns,place";
  private static final Pattern TO_QUOTE = Pattern.compile("[\",\r\n]");

  private SliceTable() {}

  static String csv(List<Recorded> runs) {
    return Stream.concat(Stream.of(HEADER), runs.stream().flatMap(SliceTable::lines))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Stream<String> lines(Recorded run) {
    Map<Integer, String> names =
        run.trace().lanes().stream().collect(Collectors.toMap(Lane::index, Lane::name));
    return run.trace().slices().stream()
        .map(slice ->
            String.join(
                ",",
                field(run.plan().model()),
                field(names.getOrDefault(slice.lane(), "lane " + slice.lane())),
                numbers(slice)));
  }

  private static String numbers(Slice slice) {
    return String.join(
        ",",
        slice.taskKnown() ? Integer.toString(slice.task()) : "",
        Integer.toString(slice.tasks()),
        field(slice.state().label()),
        Long.toString(slice.startNanos()),
        Long.toString(slice.endNanos()),
        field(slice.whereabouts().orElse("")));
  }

  private static String field(String text) {
    return TO_QUOTE.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }
}
