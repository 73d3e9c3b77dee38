package io.github.heddle.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a run teaches, in words; never more certain than the measurement.
///
/// @param headline what happened, one sentence without a full stop
/// @param subtitle what held the run back or what would help, one sentence without a full stop
/// @param caution what keeps it from being certain, where something does
/// @param inPython what would be different in Python, where something would
public record Finding(
    String headline, String subtitle, Optional<String> caution, Optional<String> inPython) {

  /// What there is no doubt about, and no difference in Python.
  public static Finding of(String headline, String subtitle) {
    return new Finding(headline, subtitle, Optional.empty(), Optional.empty());
  }

  static Finding of(Facts facts) {
    String headline = Rule.first(Headlines.RULES, facts).orElseThrow();
    String advice =
        Rule.first(Asides.BEFORE, facts).orElse("")
            + Rule.first(Advice.RULES, facts).orElseThrow()
            + Rule.first(Asides.AFTER, facts).orElse("");
    return new Finding(
        facts.plan().model() + ": " + headline,
        advice,
        Cautions.of(facts, advice),
        Rule.first(InPython.RULES, facts));
  }

  /// The same with more said of what happened.
  Finding after(String words) {
    return new Finding(headline + words, subtitle, caution, inPython);
  }

  /// What is said under the headline, line by line.
  public List<String> lines() {
    return Stream.of(Stream.of(subtitle), caution.stream(), inPython.stream())
        .flatMap(lines -> lines)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /// All sentences in one line, for readers of text alone.
  public String text() {
    return headline + ". " + String.join(". ", lines()) + ".";
  }
}
