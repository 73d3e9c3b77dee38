package io.github.heddle.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A number of several models beside each other.
///
/// @param values for each model, empty where it was not measured
public record Line(String name, String definition, List<Optional<Measure>> values) {
  private static final String ONE_AT_A_TIME = "one at a time";
  private static final Set<String> LESS_IS_BETTER =
      Set.of("wall", "CPU", "memory per task", "peak resident", "start-up", "throttled");
  private static final Set<String> MORE_IS_BETTER = Set.of("speed-up", "tasks per second");

  private static final Set<String> OVER_ONE_AT_A_TIME =
      Set.of(ONE_AT_A_TIME, "speed-up", "efficiency");

  public Line {
    values = List.copyOf(values);
  }

  /// The lines of a comparison. Speed-ups stand beside each other only where they are over the same
  /// measured time.
  public static List<Line> of(Versus versus) {
    return Measure.names().stream()
        .filter(name -> versus.oneAtATimeMeasured() || !OVER_ONE_AT_A_TIME.contains(name))
        .map(name -> line(versus, name))
        .filter(line -> line.measured().findAny().isPresent())
        .toList();
  }

  /// Which of the models have the best value; none where there is no better or worse, or where all
  /// read the same. What was too little to be counted is not the best.
  public Set<Integer> best() {
    Optional<Measure> best =
        better().flatMap(better -> measured().filter(m -> m.value() > 0).reduce(better));
    Set<Integer> models = new TreeSet<>();
    IntStream.range(0, values.size())
        .filter(model -> best.isPresent() && reads(values.get(model), best.get()))
        .forEach(models::add);
    return models.size() == values.size() ? Set.of() : models;
  }

  private static boolean reads(Optional<Measure> value, Measure as) {
    return value.filter(measure -> measure.text().equals(as.text())).isPresent();
  }

  private Stream<Measure> measured() {
    return values.stream().flatMap(Optional::stream);
  }

  private Optional<BinaryOperator<Measure>> better() {
    Comparator<Measure> byValue = Comparator.comparingDouble(Measure::value);
    if (LESS_IS_BETTER.contains(name)) {
      return Optional.of(BinaryOperator.minBy(byValue));
    }
    return MORE_IS_BETTER.contains(name)
        ? Optional.of(BinaryOperator.maxBy(byValue))
        : Optional.empty();
  }

  private static Line line(Versus versus, String name) {
    List<Optional<Measure>> values =
        versus.reports().stream()
            .map(report ->
                report.measures().stream()
                    .filter(measure -> measure.name().equals(name))
                    .findFirst())
            .toList();
    String definition =
        name.equals(ONE_AT_A_TIME)
            ? "The wall time of the sequential model, measured."
            : values.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(Measure::definition)
                .orElse("");
    return new Line(name, definition, values);
  }
}
