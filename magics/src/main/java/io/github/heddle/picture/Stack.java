package io.github.heddle.picture;

import io.github.heddle.report.Figures;
import io.github.heddle.report.Numbers;
import io.github.heddle.report.Report;
import io.github.heddle.report.Versus;
import io.github.heddle.trace.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Several runs under each other on one time axis.
///
/// @param headline what they say together
/// @param lines what is said under it
record Stack(String headline, List<String> lines, List<Panel> panels) {
  /// The lanes of one run.
  record Panel(String title, Scene scene) {}

  static Stack of(Versus versus) {
    List<Report> drawn =
        versus.reports().stream().filter(report -> !report.trace().slices().isEmpty()).toList();
    long from = drawn.stream().mapToLong(report -> report.trace().fromNanos()).min().orElse(0);
    long to = drawn.stream().mapToLong(report -> report.trace().wallNanos()).max().orElse(0);
    TimeAxis time = TimeAxis.between(from, to);
    return new Stack(
        versus.finding().headline(),
        versus.lines(),
        IntStream.range(0, drawn.size())
            .mapToObj(i -> panel(drawn.get(i), i == drawn.size() - 1 ? time : time.untitled()))
            .toList());
  }

  private static Panel panel(Report report, TimeAxis time) {
    return new Panel(title(report), Scene.beside(report, time));
  }

  /// `threads: 520 ms, 1.98×`.
  private static String title(Report report) {
    Numbers numbers = report.numbers();
    String wall = report.plan().model() + ": " + Figures.duration(numbers.wallNanos());
    return numbers.counts().allDone()
        ? wall + numbers.speedUp().map(s -> ", " + Figures.number(s.factor()) + "×").orElse("")
        : wall
            + ", "
            + Figures.thousands(numbers.counts().done())
            + " of "
            + Figures.count(numbers.counts().tasks(), "task")
            + " done";
  }

  /// The states that occur anywhere, in the order of the legend.
  List<State> states() {
    return Stream.of(State.values())
        .filter(state -> panels.stream().anyMatch(panel -> panel.scene.states().contains(state)))
        .toList();
  }

  /// All sentences in one line, for readers of text alone.
  String text() {
    return headline + ". " + String.join(". ", lines) + ".";
  }

  /// The picture in characters.
  String picture() {
    List<String> text = new ArrayList<>(List.of(headline));
    text.addAll(lines);
    for (Panel panel : panels) {
      text.add("");
      text.add(panel.title);
      text.addAll(TextPicture.lanes(panel.scene));
    }
    return String.join("\n", text);
  }
}
