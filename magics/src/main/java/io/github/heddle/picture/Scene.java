package io.github.heddle.picture;

import io.github.heddle.report.Finding;
import io.github.heddle.report.Report;
import io.github.heddle.trace.Deadlock;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is to be seen, before anything is drawn: the same for every format.
///
/// @param lanes the names of the lanes' rows, from above; empty where lanes are not to be shown
/// @param bars what is drawn in those rows
/// @param stepNanos how long the steps are, where the lanes are shown in steps
/// @param ready what is waited for by tasks that could go on
/// @param waiting what time is called that is neither computing nor any other waiting
/// @param flight the tasks in flight, where they are not drawn one by one
/// @param cores the rows of the cores, where they were measured and are to be shown
/// @param memory the rows of the processes, where their memory was read and is to be shown
/// @param deadlock who waits for whom, where tasks did for ever
record Scene(
    Finding finding,
    TimeAxis time,
    List<String> lanes,
    List<Bar> bars,
    OptionalLong stepNanos,
    String ready,
    String waiting,
    Optional<FlightArea> flight,
    Optional<CoreRows> cores,
    Optional<MemoryRows> memory,
    Optional<Deadlock> deadlock) {
  /// How wide the time axis is, in pixels of the page.
  static final int WIDTH = 600;

  /// What tasks that could go on wait for, where models are mixed or not known.
  private static final String WHICHEVER = "a core or the loop";

  static final String FOR_A_CORE = "waiting for a core";
  private static final Pattern OF_A_TASK = Pattern.compile("task [0-9]+");

  private static final int MOST_ROWS_BESIDE = 16;
  private static final int MOST_BARS_BESIDE = 250;
  private static final int MOST_BARS_TOGETHER = 750;

  static Scene of(Report report, Set<Part> parts) {
    Trace trace = report.trace();
    TimeAxis time = TimeAxis.between(trace.fromNanos(), trace.wallNanos());
    List<Rows.Row> rows = parts.contains(Part.LANES) ? Rows.of(trace, report.workers()) : List.of();
    Bars bars = Bars.of(rows, time);
    return new Scene(
        report.finding(),
        time,
        rows.stream().map(Rows.Row::name).toList(),
        noted(bars, rows, report),
        bars.stepNanos(),
        report.readyFor(),
        waiting(trace),
        trace.inFlight().filter(_ -> parts.contains(Part.LANES)).map(FlightArea::of),
        trace.cores().filter(_ -> parts.contains(Part.CORES)).map(use -> CoreRows.of(use, time)),
        parts.contains(Part.MEMORY) ? MemoryRows.of(trace.memory(), time) : Optional.empty(),
        trace.obstacles().deadlock().filter(_ -> !parts.isEmpty()));
  }

  private static List<Bar> noted(Bars bars, List<Rows.Row> rows, Report report) {
    List<String> lanes = rows.stream().map(Rows.Row::name).toList();
    return Turns.on(Notes.on(bars.bars(), report), lanes, bars.stepNanos(), report);
  }

  /// The lanes of a run under way.
  static Scene soFar(String what, Trace trace) {
    TimeAxis time = TimeAxis.between(trace.fromNanos(), trace.wallNanos());
    List<Rows.Row> rows = Rows.of(trace, "workers");
    Bars bars = Bars.of(rows, time);
    String shown = "what the workers did so far; the report takes the place of this picture";
    return new Scene(
        Finding.of(what, shown),
        time,
        rows.stream().map(Rows.Row::name).toList(),
        bars.bars(),
        bars.stepNanos(),
        WHICHEVER,
        waiting(trace),
        trace.inFlight().map(FlightArea::of),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The lanes of one of several runs on a common axis.
  ///
  /// @param runs how many there are
  static Scene beside(Report report, TimeAxis time, int runs) {
    List<Rows.Row> rows = Rows.of(report.trace(), report.workers(), MOST_ROWS_BESIDE);
    Bars bars = Bars.of(rows, time, Math.min(MOST_BARS_BESIDE, MOST_BARS_TOGETHER / runs));
    return new Scene(
        report.finding(),
        time,
        rows.stream().map(Rows.Row::name).toList(),
        noted(bars, rows, report),
        bars.stepNanos(),
        WHICHEVER,
        waiting(report.trace()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Who waits for whom, where there is room for it.
  Optional<WaitGraph> waits() {
    return deadlock.map(circle -> WaitGraph.of(circle, WaitGraph.Shape.WIDE));
  }

  /// Whether there is nothing to draw.
  boolean empty() {
    return bars.isEmpty() && flight.isEmpty() && cores.isEmpty() && memory.isEmpty();
  }

  /// Whether the time axis stands below the lanes, and not below what follows them.
  boolean lanesLast() {
    return cores.isEmpty() && memory.isEmpty();
  }

  /// The states that occur, in the order of the legend.
  List<State> states() {
    return Stream.of(State.values())
        .filter(state ->
            bars.stream().anyMatch(bar -> bar.state() == state)
                || flight.filter(area -> area.shows(state)).isPresent())
        .toList();
  }

  /// What a state is called here.
  String label(State state) {
    return switch (state) {
      case READY -> "waiting for " + ready;
      case WAITING -> waiting;
      case RUNNING, LOCKED, STARTING, FAILED -> state.label();
    };
  }

  /// What the states that occur are called here.
  List<String> labels() {
    return states().stream().map(this::label).toList();
  }

  /// The place of a state that occurs among those that do.
  int code(State state) {
    return states().indexOf(state);
  }

  /// What a state is called of that row: what a task waits for that could go on may be the loop or
  /// a carrier; these themselves, and threads beside them, wait for a core.
  String label(State state, int row) {
    return state == State.READY && !OF_A_TASK.matcher(lanes.get(row)).matches()
        ? FOR_A_CORE
        : label(state);
  }

  /// Where waits for a core cannot be told apart, nobody may say that they are something else.
  private static String waiting(Trace trace) {
    return trace.statesMeasured() ? State.WAITING.label() : "waiting (also for a core)";
  }

  /// What the time axis shows.
  String timeTitle() {
    return String.join(", ", timeTitles());
  }

  /// The same in lines below each other.
  List<String> timeTitles() {
    if (!time.titled()) {
      return List.of("");
    }
    String unit = time.unit().symbol;
    String title = "time since the first task (" + unit + ")";
    return stepNanos.isPresent()
        ? List.of(title, "lanes in steps of " + time.value(stepNanos.getAsLong()) + " " + unit)
        : List.of(title);
  }

  /// The lines under the headline.
  List<String> subtitles() {
    return finding.lines();
  }

  /// How high a lane is, in pixels of the page.
  int laneHeight() {
    return lanes.size() <= 20 ? 20 : 14;
  }
}
