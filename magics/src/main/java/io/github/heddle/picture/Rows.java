package io.github.heddle.picture;

import io.github.heddle.trace.Lane;
import io.github.heddle.trace.Slice;
import io.github.heddle.trace.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The lanes of a run as rows of the picture: one each or, where there are too many, the last ones
/// in one row together.
final class Rows {
  static final int MOST = 40;

  /// A row.
  ///
  /// @param name no other row has the same
  /// @param folded the lanes in it
  /// @param slices those of all its lanes
  record Row(int index, String name, List<Lane> folded, List<Slice> slices) {
    int lanes() {
      return folded.size();
    }

    /// The task whose row it is, where it is one task's alone.
    OptionalInt task() {
      return lanes() == 1 ? folded.getFirst().task() : OptionalInt.empty();
    }

    /// What those in it wait for who could go on, where nothing else is said: tasks wait for their
    /// turn, all others for a core. Empty where both are in it.
    Optional<Awaited> awaited() {
      return switch (Owners.of(folded)) {
        case TASKS -> Optional.of(Awaited.TURN);
        case THREADS -> Optional.of(Awaited.CORE);
        case BOTH -> Optional.empty();
      };
    }
  }

  /// Whose lanes some are.
  private enum Owners {
    TASKS,
    THREADS,
    BOTH;

    static Owners of(List<Lane> lanes) {
      long tasks = lanes.stream().filter(lane -> lane.task().isPresent()).count();
      if (tasks == 0) {
        return THREADS;
      }
      return tasks == lanes.size() ? TASKS : BOTH;
    }
  }

  private Rows() {}

  /// @param noun what a worker is called where the lanes of several are folded, in the plural
  static List<Row> of(Trace trace, String noun) {
    return of(trace, noun, MOST);
  }

  /// @param most how many rows there may be
  static List<Row> of(Trace trace, String noun, int most) {
    Map<Integer, List<Slice>> slices =
        trace.slices().stream().collect(Collectors.groupingBy(Slice::lane));
    List<List<Lane>> groups = groups(trace.lanes(), most);
    List<String> names = names(groups, noun);
    return IntStream.range(0, groups.size())
        .mapToObj(row -> row(row, names.get(row), groups.get(row), slices))
        .toList();
  }

  private static Row row(
      int index, String name, List<Lane> lanes, Map<Integer, List<Slice>> slices) {
    List<Slice> own =
        lanes.stream()
            .flatMap(lane -> slices.getOrDefault(lane.index(), List.of()).stream())
            .toList();
    return new Row(index, name, lanes, own);
  }

  private static List<List<Lane>> groups(List<Lane> lanes, int most) {
    if (lanes.size() <= most) {
      return lanes.stream().map(List::of).toList();
    }
    List<List<Lane>> groups =
        new ArrayList<>(lanes.subList(0, most - 1).stream().map(List::of).toList());
    groups.add(lanes.subList(most - 1, lanes.size()));
    return groups;
  }

  private static List<String> names(List<List<Lane>> groups, String noun) {
    Set<String> taken = new HashSet<>();
    Function<List<Lane>, String> name =
        lanes ->
            lanes.size() == 1
                ? clean(lanes.getFirst().name())
                : "…and " + lanes.size() + " more " + noun(lanes, noun);
    return groups.stream().map(name).map(wanted -> unique(wanted, taken)).toList();
  }

  private static String noun(List<Lane> lanes, String ofWorkers) {
    return switch (Owners.of(lanes)) {
      case TASKS -> "tasks";
      case THREADS -> ofWorkers;
      case BOTH -> "lanes";
    };
  }

  private static String clean(String name) {
    return name.replaceAll("\\s+", " ");
  }

  private static String unique(String wanted, Set<String> taken) {
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      name = wanted + " (" + number + ")";
    }
    return name;
  }
}
