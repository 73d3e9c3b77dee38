package io.github.heddle.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A sentence and when it holds.
///
/// @param source the guide that teaches it
record Rule(Predicate<Facts> when, Function<Facts, String> sentence, Source source) {

  /// The sentence of the first rule that holds.
  static Optional<String> first(List<Rule> rules, Facts facts) {
    return rules.stream()
        .filter(rule -> rule.when.test(facts))
        .findFirst()
        .map(rule -> rule.sentence.apply(facts));
  }
}
