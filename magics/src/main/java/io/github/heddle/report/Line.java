package io.github.heddle.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/// A number of several models beside each other.
///
/// @param values for each model, empty where it was not measured
public record Line(String name, String definition, List<Optional<Measure>> values) {
  private static final String ONE_AT_A_TIME = "one at a time";
  private static final Set<String> LESS_IS_BETTER =
      Set.of("wall", "CPU", "memory per task", "peak resident", "start-up", "throttled");
  private static final Set<String> MORE_IS_BETTER = Set.of("speed-up", "tasks per second");

  public Line {
    values = List.copyOf(values);
  }

  /// The lines of a comparison.
  public static List<Line> of(Versus versus) {
    List<Report> reports = versus.reports();
    Map<String, List<Optional<Measure>>> lines = new LinkedHashMap<>();
    for (int model = 0; model < reports.size(); model++) {
      for (Measure measure : reports.get(model).measures()) {
        lines
            .computeIfAbsent(measure.name(), _ -> empty(reports.size()))
            .set(model, Optional.of(measure));
      }
    }
    return lines.entrySet().stream()
        .map(line -> line(versus, line.getKey(), line.getValue()))
        .toList();
  }

  /// Which of the models have the best value; none where there is no better or worse, or where all
  /// read the same.
  public Set<Integer> best() {
    Optional<Double> best =
        better()
            .flatMap(better ->
                values.stream().flatMap(Optional::stream).map(Measure::value).reduce(better));
    Optional<String> text =
        best.flatMap(value ->
            values.stream()
                .flatMap(Optional::stream)
                .filter(m -> m.value() == value)
                .map(Measure::text)
                .findFirst());
    Set<Integer> models = new TreeSet<>();
    IntStream.range(0, values.size())
        .filter(model -> text.isPresent() && values.get(model).map(Measure::text).equals(text))
        .forEach(models::add);
    return models.size() == values.size() ? Set.of() : models;
  }

  private Optional<BinaryOperator<Double>> better() {
    if (LESS_IS_BETTER.contains(name)) {
      return Optional.of(Math::min);
    }
    return MORE_IS_BETTER.contains(name) ? Optional.of(Math::max) : Optional.empty();
  }

  private static List<Optional<Measure>> empty(int size) {
    List<Optional<Measure>> values = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      values.add(Optional.empty());
    }
    return values;
  }

  private static Line line(Versus versus, String name, List<Optional<Measure>> values) {
    String definition =
        name.equals(ONE_AT_A_TIME) && versus.oneAtATimeMeasured()
            ? "The wall time of the sequential model, measured."
            : values.stream().flatMap(Optional::stream).findFirst().orElseThrow().definition();
    return new Line(name, definition, values);
  }
}
