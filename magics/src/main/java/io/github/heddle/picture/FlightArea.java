package io.github.heddle.picture;

import io.github.heddle.report.Figures;
import io.github.heddle.trace.InFlight;
import io.github.heddle.trace.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How many tasks were in each state over time, one state on top of the other: what a crowd is
/// drawn as.
///
/// @param most the highest that the states come together
/// @param cells what is drawn, none of them empty
record FlightArea(double most, List<Cell> cells) {
  private static final int MOST_STEPS = 100;
  private static final State[] UPWARDS = {State.RUNNING, State.READY, State.LOCKED, State.WAITING};

  /// The tasks in a state over one step of time.
  ///
  /// @param from how many tasks are below
  /// @param to those and the ones in this state
  record Cell(State state, long startNanos, long endNanos, double from, double to) {
    double tasks() {
      return to - from;
    }
  }

  static FlightArea of(InFlight flight) {
    int bins = flight.bins().size();
    int each = Math.max(1, Math.ceilDiv(bins, MOST_STEPS));
    List<Cell> cells = new ArrayList<>();
    for (int first = 0; first < bins; first += each) {
      cells.addAll(step(flight.bins().subList(first, Math.min(bins, first + each))));
    }
    double most = cells.stream().mapToDouble(Cell::to).max().orElse(1);
    double visible = most / 1000;
    return new FlightArea(most, cells.stream().filter(cell -> cell.tasks() > visible).toList());
  }

  private static List<Cell> step(List<InFlight.Bin> bins) {
    long start = bins.getFirst().startNanos();
    long end = bins.getLast().endNanos();
    List<Cell> cells = new ArrayList<>();
    double from = 0;
    for (State state : UPWARDS) {
      double nanos =
          bins.stream().mapToDouble(b -> tasks(b, state) * (b.endNanos() - b.startNanos())).sum();
      double to = from + nanos / (end - start);
      cells.add(new Cell(state, start, end, from, to));
      from = to;
    }
    return cells;
  }

  private static double tasks(InFlight.Bin bin, State state) {
    return switch (state) {
      case RUNNING -> bin.running();
      case READY -> bin.ready();
      case WAITING -> bin.waiting();
      case LOCKED -> bin.locked();
      case STARTING, FAILED -> 0;
    };
  }

  boolean shows(State state) {
    return cells.stream().anyMatch(cell -> cell.state() == state);
  }

  /// The most tasks in flight on average over a step, as people read it.
  String mostText() {
    return Figures.thousands(Math.round(most));
  }

  /// A line of characters: what most tasks in flight did, column by column.
  String text(int columns, Scene scene) {
    double step = scene.time().endNanos() / (double) columns;
    StringBuilder line = new StringBuilder("in flight |");
    for (int column = 0; column < columns; column++) {
      line.append(letter(column * step, (column + 1) * step));
    }
    return line
        + "| at most "
        + Figures.count(Math.max(1, Math.toIntExact(Math.round(most))), "task")
        + " on average: what most of them did";
  }

  private char letter(double from, double to) {
    Map<State, Double> tasks =
        cells.stream()
            .filter(cell -> cell.startNanos() < to && cell.endNanos() > from)
            .collect(
                Collectors.groupingBy(
                    Cell::state,
                    () -> new EnumMap<>(State.class),
                    Collectors.summingDouble(Cell::tasks)));
    return tasks.entrySet().stream()
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .map(most -> Look.of(most.getKey()).letter())
        .orElse(' ');
  }
}
