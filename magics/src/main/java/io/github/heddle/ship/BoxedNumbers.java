package io.github.heddle.ship;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A list of boxed numbers, all of one kind: as an array it is copied some ten times as fast.
///
/// @param numbers an array of primitives
/// @param fixed whether the list cannot be changed
record BoxedNumbers(Object numbers, boolean fixed) implements StandIn {
  /// The class of lists such as those of streams.
  static final Class<?> FIXED = List.of(1, 2, 3).getClass();

  /// What is sent in place of the list: itself, where it holds anything else.
  static Object of(List<?> list, boolean fixed) {
    Object first = list.isEmpty() ? "" : list.getFirst();
    return switch (first) {
      case Integer _ when allAre(Integer.class, list) ->
          new BoxedNumbers(list.stream().mapToInt(each -> (Integer) each).toArray(), fixed);
      case Long _ when allAre(Long.class, list) ->
          new BoxedNumbers(list.stream().mapToLong(each -> (Long) each).toArray(), fixed);
      case Double _ when allAre(Double.class, list) ->
          new BoxedNumbers(list.stream().mapToDouble(each -> (Double) each).toArray(), fixed);
      case null, default -> list;
    };
  }

  private static boolean allAre(Class<?> type, List<?> list) {
    for (Object each : list) {
      if (each == null || each.getClass() != type) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Object value() {
    return fixed ? list() : new ArrayList<>(list());
  }

  private List<?> list() {
    return switch (numbers) {
      case int[] ints -> Arrays.stream(ints).boxed().toList();
      case long[] longs -> Arrays.stream(longs).boxed().toList();
      case double[] doubles -> Arrays.stream(doubles).boxed().toList();
      default -> throw new IllegalStateException("no numbers: " + numbers);
    };
  }
}
