package io.github.heddle.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Why a model suits a piece of work better than others, here and in Python. The lessons are those
/// of the guides. Only models that came to the end are spoken of.
///
/// @param suits the model that does
/// @param finished every model that finished
/// @param kind what kind of work it is
record Why(Report suits, List<Report> finished, Kind kind) {
  static final List<Rule<Why>> RULES =
      Stream.of(WhyComputing.RULES, WhyWaiting.RULES).flatMap(List::stream).toList();

  static final List<Rule<Why>> IN_PYTHON = WhyInPython.RULES;

  Why {
    finished = List.copyOf(finished);
  }

  /// One sentence without a full stop.
  String sentence() {
    return Rule.first(RULES, this).orElseThrow();
  }

  /// What a Python user would find; the GIL decides.
  Optional<String> inPython() {
    return Rule.first(IN_PYTHON, this);
  }

  /// The name of the model that suits.
  String name() {
    return Finished.name(suits);
  }

  /// What was measured of the model that suits.
  Facts best() {
    return Finished.facts(suits);
  }

  /// A model, where it came to the end.
  Optional<Report> model(String model) {
    return finished.stream().filter(report -> Finished.name(report).equals(model)).findFirst();
  }

  /// Those that can run several tasks on several cores at once.
  Stream<Report> parallel() {
    return Stream.of("threads", "virtual", "processes").flatMap(model -> model(model).stream());
  }

  /// Those that do not take one task after the other.
  Stream<Report> concurrent() {
    return finished.stream().filter(report -> !Finished.name(report).equals("sequential"));
  }

  /// How many times as long a model took as the one that suits; 0 where it did not come to the end.
  double beside(String model) {
    return model(model).map(report -> Finished.times(report, suits)).orElse(0.0);
  }

  /// How many tasks could be under way at once, under the model that allows most.
  double atOnce() {
    return Stream.concat(Stream.of(suits), finished.stream()).mapToInt(Why::atOnce).max().orElse(0);
  }

  private static int atOnce(Report report) {
    int tasks = report.plan().tasks();
    return switch (Finished.name(report)) {
      case "async", "virtual" -> tasks;
      default -> Math.min(tasks, report.plan().workers());
    };
  }
}
