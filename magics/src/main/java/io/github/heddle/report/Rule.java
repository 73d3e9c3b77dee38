package io.github.heddle.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A sentence, when it is said, and where its lesson comes from.
///
/// @param name what it is about, in a few words; no other rule of a list has it
/// @param when what must hold, with its thresholds
/// @param <F> what it looks at
record Rule<F>(String name, Condition<F> when, Function<F, String> sentence, Source source) {

  /// The sentence of the first rule that holds.
  static <F> Optional<String> first(List<Rule<F>> rules, F facts) {
    return firstOf(rules, facts).map(rule -> rule.sentence.apply(facts));
  }

  /// The first rule that holds.
  static <F> Optional<Rule<F>> firstOf(List<Rule<F>> rules, F facts) {
    return rules.stream().filter(rule -> rule.when.holds(facts)).findFirst();
  }

  /// The sentences of all rules that hold, in their order.
  static <F> List<String> all(List<Rule<F>> rules, F facts) {
    return rules.stream()
        .filter(rule -> rule.when.holds(facts))
        .map(rule -> rule.sentence.apply(facts))
        .toList();
  }
}
