package io.github.heddle.report;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map.Entry;
import java.util.function.Predicate;

/// What of a run could not be measured.
final class Missing {
  private static final List<Entry<String, Predicate<Numbers>>> NUMBERS =
      List.of(
          entry("CPU", numbers -> numbers.counters().cpuNanos().isEmpty()),
          entry("rest of the machine", numbers -> numbers.coresOfOthers().isEmpty()),
          entry("states of tasks", numbers -> numbers.shares().isEmpty()),
          entry("memory per task", numbers -> numbers.counters().allocatedBytes().isEmpty()),
          entry("peak resident", numbers -> numbers.counters().peakResidentBytes().isEmpty()),
          entry(
              "worker memory",
              numbers ->
                  numbers.counters().transfer().isPresent()
                      && numbers.counters().workerResidentBytes().isEmpty()),
          entry("switches", numbers -> numbers.counters().voluntarySwitches().isEmpty()));

  private Missing() {}

  /// The names of the numbers, in the order of the table.
  static List<String> of(Numbers numbers) {
    return NUMBERS.stream()
        .filter(number -> number.getValue().test(numbers))
        .map(Entry::getKey)
        .toList();
  }
}
