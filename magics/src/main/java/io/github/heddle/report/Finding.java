package io.github.heddle.report;

import java.util.Optional;

/// What a run teaches, in words; never more certain than the measurement.
///
/// @param headline what happened, one sentence without a full stop
/// @param subtitle what held the run back or what would help, one sentence without a full stop
/// @param inPython what would be different in Python, where something would
public record Finding(String headline, String subtitle, Optional<String> inPython) {

  static Finding of(Facts facts) {
    String headline = Rule.first(Headlines.RULES, facts).orElseThrow();
    String advice = Rule.first(Advice.RULES, facts).orElseThrow();
    return new Finding(
        facts.plan().model() + ": " + headline,
        coresUsed(facts) + advice,
        Rule.first(InPython.RULES, facts));
  }

  /// The same with more said of what happened.
  Finding after(String words) {
    return new Finding(headline + words, subtitle, inPython);
  }

  /// All sentences in one line, for readers of text alone.
  public String text() {
    return headline + ". " + subtitle + inPython.map(sentence -> ". " + sentence).orElse("") + ".";
  }

  private static String coresUsed(Facts facts) {
    return facts.tooShort() || facts.deadlocked() || facts.numbers().coresUsed().isEmpty()
        ? ""
        : "used "
            + Figures.number(facts.numbers().coresUsed().getAsDouble())
            + " of "
            + facts.coresText()
            + " · ";
  }
}
