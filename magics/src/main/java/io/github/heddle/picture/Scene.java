package io.github.heddle.picture;

import io.github.heddle.report.Finding;
import io.github.heddle.report.Report;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// What is to be seen, before anything is drawn: the same for every format.
///
/// @param lanes the names of the lanes' rows, from above; empty where lanes are not to be shown
/// @param bars what is drawn in those rows
/// @param stepNanos how long the steps are, where the lanes are shown in steps
/// @param cores the rows of the cores, where they were measured and are to be shown
record Scene(
    Finding finding,
    TimeAxis time,
    List<String> lanes,
    List<Bar> bars,
    OptionalLong stepNanos,
    Optional<CoreRows> cores) {
  /// How wide the time axis is, in pixels of the page.
  static final int WIDTH = 600;

  private static final int MOST_ROWS_BESIDE = 16;
  private static final int MOST_BARS_BESIDE = 250;

  static Scene of(Report report, Set<Part> parts) {
    Trace trace = report.trace();
    TimeAxis time = TimeAxis.between(trace.fromNanos(), trace.wallNanos());
    List<Rows.Row> rows = parts.contains(Part.LANES) ? Rows.of(trace, report.workers()) : List.of();
    Bars bars = Bars.of(rows, time);
    return new Scene(
        report.finding(),
        time,
        rows.stream().map(Rows.Row::name).toList(),
        bars.bars(),
        bars.stepNanos(),
        trace.cores().filter(_ -> parts.contains(Part.CORES)).map(use -> CoreRows.of(use, time)));
  }

  /// The lanes of a run under way.
  static Scene soFar(String what, Trace trace) {
    TimeAxis time = TimeAxis.between(trace.fromNanos(), trace.wallNanos());
    List<Rows.Row> rows = Rows.of(trace, "workers");
    Bars bars = Bars.of(rows, time);
    String shown = "what the workers did so far; the report takes the place of this picture";
    return new Scene(
        new Finding(what, shown, Optional.empty()),
        time,
        rows.stream().map(Rows.Row::name).toList(),
        bars.bars(),
        bars.stepNanos(),
        Optional.empty());
  }

  /// The lanes of one of several runs on a common axis.
  static Scene beside(Report report, TimeAxis time) {
    List<Rows.Row> rows = Rows.of(report.trace(), report.workers(), MOST_ROWS_BESIDE);
    Bars bars = Bars.of(rows, time, MOST_BARS_BESIDE);
    return new Scene(
        report.finding(),
        time,
        rows.stream().map(Rows.Row::name).toList(),
        bars.bars(),
        bars.stepNanos(),
        Optional.empty());
  }

  /// Whether there is nothing to draw.
  boolean empty() {
    return bars.isEmpty() && cores.isEmpty();
  }

  /// The states that occur, in the order of the legend.
  List<State> states() {
    return Stream.of(State.values())
        .filter(state -> bars.stream().anyMatch(bar -> bar.state() == state))
        .toList();
  }

  /// What the time axis shows.
  String timeTitle() {
    String steps =
        stepNanos.isPresent()
            ? ", lanes in steps of " + time.value(stepNanos.getAsLong()) + " " + time.unit().symbol
            : "";
    return time.titled() ? "time since the first task (" + time.unit().symbol + ")" + steps : "";
  }

  /// The lines under the headline.
  List<String> subtitles() {
    return Stream.concat(Stream.of(finding.subtitle()), finding.inPython().stream()).toList();
  }

  /// How high a lane is, in pixels of the page.
  int laneHeight() {
    return lanes.size() <= 20 ? 20 : 14;
  }
}
