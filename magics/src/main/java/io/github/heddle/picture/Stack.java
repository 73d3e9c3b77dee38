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
    List<Panel> panels =
        IntStream.range(0, drawn.size())
            .mapToObj(i -> {
              Report report = drawn.get(i);
              boolean last = i == drawn.size() - 1;
              return new Panel(
                  title(report, versus.oneAtATimeMeasured()),
                  Scene.beside(report, last ? time : time.untitled(), drawn.size()));
            })
            .toList();
    return new Stack(versus.finding().headline(), versus.lines(), oneLegend(panels));
  }

  /// The same panels with words that fit all of them.
  private static List<Panel> oneLegend(List<Panel> panels) {
    List<String> ready =
        panels.stream().flatMap(panel -> panel.scene.words().ready().stream()).toList();
    return panels.stream()
        .map(panel -> new Panel(panel.title, panel.scene.named(panel.scene.words().with(ready))))
        .toList();
  }

  /// `threads: 520 ms, 1.98×`; the speed-up only where it is over the same for all of them.
  private static String title(Report report, boolean speedUp) {
    Numbers numbers = report.numbers();
    String wall = report.plan().model() + ": " + Figures.duration(numbers.wallNanos());
    if (!numbers.counts().allDone()) {
      String tasks = Figures.count(numbers.counts().tasks(), "task");
      return wall + ", " + Figures.thousands(numbers.counts().done()) + " of " + tasks + " done";
    }
    return wall
        + numbers
            .speedUp()
            .filter(_ -> speedUp)
            .map(over -> ", " + Figures.number(over.factor()) + "×")
            .orElse("");
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
