package io.github.heddle.picture;

import io.github.heddle.picture.Rows.Row;
import io.github.heddle.plan.Turn;
import io.github.heddle.report.Finding;
import io.github.heddle.report.Loop;
import io.github.heddle.report.Report;
import io.github.heddle.trace.Deadlock;
import io.github.heddle.trace.State;
import io.github.heddle.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// What is to be seen, before anything is drawn: the same for every format.
///
/// @param rows those of the lanes, from above; none where lanes are not to be shown
/// @param bars what is drawn in those rows
/// @param stepNanos how long the steps are, where the lanes are shown in steps
/// @param words what states are called
/// @param flight the tasks in flight, where they are not drawn one by one
/// @param cores the rows of the cores, where they were measured and are to be shown
/// @param memory the rows of the processes, where their memory was read and is to be shown
/// @param deadlock who waits for whom, where tasks did for ever
record Scene(
    Finding finding,
    TimeAxis time,
    List<Row> rows,
    List<Bar> bars,
    OptionalLong stepNanos,
    Words words,
    Optional<FlightArea> flight,
    Optional<CoreRows> cores,
    Optional<MemoryRows> memory,
    Optional<Deadlock> deadlock) {
  /// How wide the time axis is, in pixels of the page.
  static final int WIDTH = 600;

  private static final int MOST_ROWS_BESIDE = 16;
  private static final int MOST_BARS_BESIDE = 250;
  private static final int MOST_BARS_TOGETHER = 750;

  static Scene of(Report report, Set<Part> parts) {
    Trace trace = report.trace();
    TimeAxis time = TimeAxis.between(trace.fromNanos(), trace.wallNanos());
    List<Row> rows = parts.contains(Part.LANES) ? Rows.of(trace, report.workers()) : List.of();
    Bars bars = Bars.of(rows, time);
    return new Scene(
            report.finding(),
            time,
            rows,
            noted(bars, rows, report),
            bars.stepNanos(),
            Words.of(report.readyFor(), trace),
            trace.inFlight().filter(_ -> parts.contains(Part.LANES)).map(FlightArea::of),
            trace
                .cores()
                .filter(_ -> parts.contains(Part.CORES))
                .map(use -> CoreRows.of(use, time)),
            parts.contains(Part.MEMORY) ? MemoryRows.of(trace.memory(), time) : Optional.empty(),
            trace.obstacles().deadlock().filter(_ -> !parts.isEmpty()))
        .named();
  }

  private static List<Bar> noted(Bars bars, List<Row> rows, Report report) {
    return Turns.on(Notes.on(bars.bars(), report), rows, bars.stepNanos(), report);
  }

  /// The lanes of a run under way.
  static Scene soFar(Turn turn, Trace trace) {
    TimeAxis time = TimeAxis.between(trace.fromNanos(), trace.wallNanos());
    List<Row> rows = Rows.of(trace, "workers");
    Bars bars = Bars.of(rows, time);
    String shown = "what the workers did so far; the report takes the place of this picture";
    return new Scene(
            Finding.of(turn.toString(), shown),
            time,
            rows,
            bars.bars(),
            bars.stepNanos(),
            Words.of(Loop.readyFor(turn.plan()), trace),
            trace.inFlight().map(FlightArea::of),
            Optional.empty(),
            Optional.empty(),
            Optional.empty())
        .named();
  }

  /// The lanes of one of several runs on a common axis.
  ///
  /// @param runs how many there are
  static Scene beside(Report report, TimeAxis time, int runs) {
    List<Row> rows = Rows.of(report.trace(), report.workers(), MOST_ROWS_BESIDE);
    Bars bars = Bars.of(rows, time, Math.min(MOST_BARS_BESIDE, MOST_BARS_TOGETHER / runs));
    return new Scene(
            report.finding(),
            time,
            rows,
            noted(bars, rows, report),
            bars.stepNanos(),
            Words.of(report.readyFor(), report.trace()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty())
        .named();
  }

  private Scene named() {
    Stream<Optional<Awaited>> tasks =
        inFlight(State.READY) ? Stream.of(Optional.of(Awaited.TURN)) : Stream.empty();
    return named(words.with(Stream.concat(waits(bars), tasks)));
  }

  /// The same with these words.
  Scene named(Words others) {
    return new Scene(finding, time, rows, bars, stepNanos, others, flight, cores, memory, deadlock);
  }

  /// The names of the lanes' rows, from above.
  List<String> lanes() {
    return rows.stream().map(Row::name).toList();
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
        .filter(state -> bars.stream().anyMatch(bar -> bar.state() == state) || inFlight(state))
        .toList();
  }

  private boolean inFlight(State state) {
    return flight.filter(area -> area.shows(state)).isPresent();
  }

  /// What a state is called here.
  String label(State state) {
    return words.label(state);
  }

  /// What the states that occur are called here.
  List<String> labels() {
    return states().stream().map(this::label).toList();
  }

  /// The place of a state that occurs among those that do.
  int code(State state) {
    return states().indexOf(state);
  }

  /// What a state is called where only those bars are meant.
  String label(State state, List<Bar> shown) {
    return words.with(waits(shown)).label(state);
  }

  /// What those wait for who could go on, bar by bar.
  Stream<Optional<Awaited>> waits(List<Bar> shown) {
    return shown.stream()
        .filter(bar -> bar.state() == State.READY)
        .map(bar -> bar.awaited().or(() -> rows.get(bar.row()).awaited()));
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
    return rows.size() <= 20 ? 20 : 14;
  }
}
