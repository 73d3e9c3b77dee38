package io.github.heddle.picture;

import io.github.heddle.report.Figures;
import io.github.heddle.report.Measure;
import io.github.heddle.trace.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The picture for terminals and screen readers: the finding, a bar of characters with its shares
/// in words for each lane. Bounded, however large the run was.
final class TextPicture {
  private static final int COLUMNS = 40;
  private static final int MOST_LANES = 16;

  private TextPicture() {}

  static String of(Scene scene) {
    Stream<String> words =
        Stream.concat(Stream.of(scene.finding().headline()), scene.subtitles().stream());
    List<String> lines = new ArrayList<>(words.toList());
    scene.waits().ifPresent(graph -> lines.addAll(waits(graph)));
    if (!scene.bars().isEmpty()) {
      lines.add("");
      lines.addAll(lanes(scene));
    }
    TextLevels levels = new TextLevels(COLUMNS, scene.time());
    scene.cores().map(levels::cores).ifPresent(rows -> add(rows, lines));
    scene.memory().map(levels::memory).ifPresent(rows -> add(rows, lines));
    return String.join("\n", lines);
  }

  private static void add(List<String> rows, List<String> lines) {
    lines.add("");
    lines.addAll(rows);
  }

  /// Names and values in two columns.
  static List<String> numbers(List<Measure> measures) {
    int widest = measures.stream().mapToInt(m -> m.name().length()).max().orElse(0);
    return measures.stream().map(m -> padded(m.name(), widest) + "  " + m.withSpread()).toList();
  }

  /// Boxes and the arrows between them, from above.
  private static List<String> waits(WaitGraph graph) {
    List<String> lines = new ArrayList<>(List.of("", WaitGraph.TITLE + ":"));
    for (int box = 0; box < graph.boxes().size(); box++) {
      boolean last = box == graph.boxes().size() - 1;
      lines.add("  " + graph.boxes().get(box).text());
      lines.add(
          "    ↓ " + graph.labels().get(box + 1).text() + (last ? " (held by the first)" : ""));
    }
    return lines;
  }

  static List<String> lanes(Scene scene) {
    List<String> names = scene.lanes().stream().limit(MOST_LANES).toList();
    int widest = names.stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < names.size(); row++) {
      lines.add(padded(names.get(row), widest) + " " + lane(scene, row));
    }
    if (scene.lanes().size() > names.size()) {
      lines.add("…and " + (scene.lanes().size() - names.size()) + " more rows");
    }
    scene.flight().map(area -> area.text(COLUMNS, scene)).ifPresent(lines::add);
    lines.add(legend(scene));
    return lines;
  }

  private static String lane(Scene scene, int row) {
    List<Bar> bars = scene.bars().stream().filter(bar -> bar.row() == row).toList();
    StringBuilder line = new StringBuilder("|");
    TimeAxis time = scene.time();
    for (int column = 0; column < COLUMNS; column++) {
      line.append(
          failed(bars, column, time)
              ? Look.of(State.FAILED).letter()
              : letter(inStates(bars, column(column, time), column(column + 1, time))));
    }
    return line + "| " + shares(bars, scene);
  }

  private static long column(int column, TimeAxis time) {
    return time.startNanos() + column * (time.nanos() / COLUMNS);
  }

  private static Map<State, Long> inStates(List<Bar> bars, long from, long to) {
    Map<State, Long> states = new EnumMap<>(State.class);
    for (Bar bar : bars) {
      long inside = Math.min(bar.endNanos(), to) - Math.max(bar.startNanos(), from);
      if (inside > 0) {
        states.merge(bar.state(), inside, Long::sum);
      }
    }
    return states;
  }

  /// A failure is a moment, at the end of the mark that makes it visible; marks that lie together
  /// are one.
  private static boolean failed(List<Bar> bars, int column, TimeAxis time) {
    return bars.stream()
        .filter(bar -> bar.state() == State.FAILED)
        .anyMatch(bar ->
            columnOf(bar.startNanos() + Steps.visible(time), time) <= column
                && column <= columnOf(bar.endNanos(), time));
  }

  private static int columnOf(long nanos, TimeAxis time) {
    long inside = (nanos - 1 - time.startNanos()) / Math.max(1, time.nanos() / COLUMNS);
    return Math.clamp(inside, 0, COLUMNS - 1);
  }

  private static char letter(Map<State, Long> states) {
    return states.entrySet().stream()
        .filter(state -> state.getKey() != State.FAILED)
        .max(Map.Entry.comparingByValue())
        .map(longest -> Look.of(longest.getKey()).letter())
        .orElse(' ');
  }

  private static String shares(List<Bar> bars, Scene scene) {
    return inStates(bars, Long.MIN_VALUE, Long.MAX_VALUE).entrySet().stream()
        .filter(state -> state.getKey() != State.FAILED)
        .map(state ->
            scene.label(state.getKey(), bars)
                + " "
                + Figures.percent(state.getValue() / (double) scene.time().nanos())
                + place(bars, state.getKey()))
        .collect(Collectors.joining(", "));
  }

  /// The line where the lane was for most of its time in that state.
  private static String place(List<Bar> bars, State state) {
    return bars.stream()
        .filter(bar -> bar.state() == state)
        .map(Bar::spots)
        .reduce(Spots::plus)
        .flatMap(Spots::place)
        .map(place -> " (" + place.text() + ")")
        .orElse("");
  }

  private static String legend(Scene scene) {
    return scene.states().stream()
        .map(state -> Look.of(state).letter() + " " + scene.label(state))
        .collect(
            Collectors.joining(
                ", ",
                from(scene.time())
                    + " to "
                    + Figures.duration(scene.time().endNanos())
                    + " and shares of it: ",
                ""));
  }

  private static String from(TimeAxis time) {
    return time.beginsEarlier() ? "-" + Figures.duration(-time.startNanos()) : "0";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
