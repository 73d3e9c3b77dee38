package io.github.heddle.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One number of a run, or the median of that number over several runs, for people.
///
/// @param name in words
/// @param definition how it is defined, one sentence
/// @param value the number itself, in the unit that it was counted in, so that it can be compared
/// @param text the value with its unit
/// @param spread the smallest and the largest value, where there were several
public record Measure(
    String name, String definition, double value, String text, Optional<String> spread) {
  /// Numbers that are the higher, the shorter the run is.
  private static final Set<String> RATES = Set.of("speed-up", "efficiency", "tasks per second");

  /// The numbers of a run that were measured, in the order of the table.
  public static List<Measure> of(Numbers numbers) {
    return of(List.of(numbers));
  }

  /// The medians of several runs, in the order of the table. Of an even number it is the lower of
  /// the two in the middle or, for rates, the higher, which is that of the shorter run.
  public static List<Measure> of(List<Numbers> runs) {
    return Definition.ALL.stream()
        .flatMap(definition -> measure(definition, runs).stream())
        .toList();
  }

  /// The names of all numbers there may be, in the order of the table.
  static List<String> names() {
    return Definition.ALL.stream().map(Definition::name).toList();
  }

  /// The value and, where there were several runs, from where to where it was.
  public String withSpread() {
    return text + spread.map(range -> " (" + range + ")").orElse("");
  }

  private static Optional<Measure> measure(Definition definition, List<Numbers> runs) {
    List<Amount> sorted =
        runs.stream()
            .flatMap(numbers -> definition.amount().apply(numbers).stream())
            .sorted(Comparator.comparingDouble(Amount::value))
            .toList();
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    Amount median = sorted.get((sorted.size() - (RATES.contains(definition.name()) ? 0 : 1)) / 2);
    String range = Figures.range(sorted.getFirst().inRange(), sorted.getLast().inRange());
    return Optional.of(
        new Measure(
            definition.name(),
            definition.sentence(),
            median.value(),
            median.text(),
            Optional.of(range).filter(text -> !text.equals(median.inRange()))));
  }
}
