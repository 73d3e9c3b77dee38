package io.github.heddle.picture;

import io.github.heddle.report.Figures;
import io.github.heddle.trace.MemoryReading;
import io.github.heddle.trace.MemoryUse;
import io.github.heddle.trace.ProcessMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The memory of processes as rows of the picture, all in one scale: one each or, where there are
/// too many, the largest of the last ones at each time in one row together.
///
/// @param names of the rows, with the most that each had
/// @param processes whose rows they are, in full
/// @param cells by row, then by time
/// @param mostBytes the most that any of them had: the scale
record MemoryRows(List<String> names, List<String> processes, List<Cell> cells, long mostBytes) {
  static final int MOST = 8;
  private static final int MOST_CELLS = 400;
  private static final int FINEST_STEPS = 100;

  MemoryRows {
    names = List.copyOf(names);
    processes = List.copyOf(processes);
    cells = List.copyOf(cells);
  }

  /// A process over a stretch of time: the larger one of what was read at both of its ends.
  record Cell(int row, long startNanos, long endNanos, MemoryReading most) {
    /// The resident set or, where it is not known, the heap.
    long bytes() {
      return most.residentBytes().orElse(most.heapBytes());
    }

    /// What objects on the heap take, as far as that is resident.
    long heapBytes() {
      return Math.min(most.heapBytes(), bytes());
    }

    /// What of them was left after the last garbage collection.
    OptionalLong leftBytes() {
      return most.afterCollectionBytes().stream()
          .map(left -> Math.min(left, heapBytes()))
          .findFirst();
    }
  }

  /// Empty where nothing was read during the run.
  static Optional<MemoryRows> of(MemoryUse use, TimeAxis time) {
    List<ProcessMemory> all =
        use.processes().stream().filter(process -> !process.readings().isEmpty()).toList();
    int rows = Math.min(MOST, all.size());
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      cells.addAll(new Spread(row, time, rows).cells(processesOf(row, all)));
    }
    return cells.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MemoryRows(
                IntStream.range(0, rows).mapToObj(row -> name(processesOf(row, all))).toList(),
                IntStream.range(0, rows).mapToObj(row -> full(processesOf(row, all))).toList(),
                cells,
                Math.max(1, cells.stream().mapToLong(Cell::bytes).max().orElse(1))));
  }

  /// The last row is that of all processes which have no row of their own.
  private static List<ProcessMemory> processesOf(int row, List<ProcessMemory> all) {
    return all.subList(row, row == MOST - 1 ? all.size() : row + 1);
  }

  private static String name(List<ProcessMemory> processes) {
    String name =
        processes.size() == 1
            ? processes.getFirst().name().replaceFirst(" \\(.*", "")
            : full(processes);
    LongStream peaks = processes.stream().flatMapToLong(p -> p.peakResidentBytes().stream());
    return peaks.max().stream()
        .mapToObj(peak -> name + ", peak " + Figures.bytes(peak))
        .findFirst()
        .orElse(name);
  }

  private static String full(List<ProcessMemory> processes) {
    return processes.size() == 1
        ? processes.getFirst().name()
        : "…and " + processes.size() + " more";
  }

  /// How high a row is, in pixels of the page.
  int rowHeight() {
    return names.size() <= 4 ? 36 : 24;
  }

  /// How much of the scale some bytes are, 0 to 1.
  double share(long bytes) {
    return (double) bytes / mostBytes;
  }

  List<Cell> row(int row) {
    return cells.stream().filter(cell -> cell.row == row).toList();
  }

  /// Stretches between readings, in equal steps of time; those that show the same become one.
  private record Spread(int row, TimeAxis time, int rows) {
    List<Cell> cells(List<ProcessMemory> processes) {
      long step =
          Math.max(1, Math.max(time.nanos() / FINEST_STEPS, rows * time.nanos() / MOST_CELLS));
      @Nullable MemoryReading[] most = new MemoryReading[(int) Math.ceilDiv(time.nanos(), step)];
      processes.forEach(process -> spread(process.readings(), step, most));
      return joined(most, step);
    }

    private void spread(List<MemoryReading> readings, long step, @Nullable MemoryReading[] most) {
      for (int i = 1; i < readings.size(); i++) {
        MemoryReading from = readings.get(i - 1);
        MemoryReading to = readings.get(i);
        long begin = time.clamp(from.nanos()) - time.startNanos();
        long end = time.clamp(to.nanos()) - time.startNanos();
        for (long at = begin / step; at * step < end; at++) {
          most[(int) at] = larger(larger(from, to), most[(int) at]);
        }
      }
    }

    private static MemoryReading larger(MemoryReading one, @Nullable MemoryReading other) {
      return other == null || size(one) >= size(other) ? one : other;
    }

    private static long size(MemoryReading reading) {
      return reading.residentBytes().orElse(reading.heapBytes());
    }

    private List<Cell> joined(@Nullable MemoryReading[] most, long step) {
      List<Cell> cells = new ArrayList<>();
      for (int at = 0; at < most.length; at++) {
        MemoryReading here = most[at];
        if (here != null) {
          long start = time.startNanos() + at * step;
          long end = Math.min(start + step, time.endNanos());
          boolean same = at > 0 && Objects.equals(most[at - 1], here);
          long from = same ? cells.removeLast().startNanos : start;
          cells.add(new Cell(row, from, end, here));
        }
      }
      return cells;
    }
  }
}
