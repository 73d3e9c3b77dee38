package io.github.heddle.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/// All rules of findings, and the table of them that users read.
final class RuleBook {
  /// The rules of one part of a finding.
  record Chapter<F>(String title, String how, List<Rule<F>> rules) {}

  static final Chapter<Facts> HEADLINES =
      new Chapter<>("What happened", "The first that holds is the headline.", Headlines.RULES);
  static final Chapter<Facts> ADVICE =
      new Chapter<>(
          "What held a run back, or what would help",
          "The first that holds is said under the headline.",
          Advice.RULES);
  static final Chapter<Facts> BEFORE =
      new Chapter<>("What is said before that", "Where it holds.", Asides.BEFORE);
  static final Chapter<Facts> AFTER =
      new Chapter<>("What is said after that", "Where it holds.", Asides.AFTER);
  static final Chapter<Facts> CAUTIONS =
      new Chapter<>(
          "What keeps it from being certain",
          "All that hold are said, of runs that came to their end and were long enough to say"
              + " anything.",
          Cautions.RULES);
  static final Chapter<Facts> IN_PYTHON =
      new Chapter<>(
          "What would be different in Python", "The first that holds is said.", InPython.RULES);
  static final Chapter<Verdict> VERDICT =
      new Chapter<>(
          "Which model suits (`%%compare`)",
          "The first that holds is the headline.", Verdict.RULES);
  static final Chapter<Verdict> AROUND_VERDICT =
      new Chapter<>(
          "What is said with that headline",
          "All that hold are said, the first before the headline, the others after it.",
          Stream.concat(Verdict.BEFORE.stream(), Verdict.AFTER.stream()).toList());
  static final Chapter<Verdict> UNDER_VERDICT =
      new Chapter<>(
          "What is said under that headline", "The first that holds is said.", Verdict.UNDER);
  static final Chapter<Why> WHY =
      new Chapter<>("Why it suits", "The first that holds is said under the headline.", Why.RULES);
  static final Chapter<Verdict> COMPARISON_CAUTIONS =
      new Chapter<>(
          "What keeps a comparison from being certain",
          "All that hold are said, where a model came to the end and was not too short to compare.",
          Verdict.CAUTIONS);
  static final Chapter<Why> WHY_IN_PYTHON =
      new Chapter<>(
          "What a comparison would give in Python", "The first that holds is said.", Why.IN_PYTHON);

  static final List<Chapter<?>> CHAPTERS =
      List.of(
          HEADLINES,
          ADVICE,
          BEFORE,
          AFTER,
          CAUTIONS,
          IN_PYTHON,
          VERDICT,
          AROUND_VERDICT,
          UNDER_VERDICT,
          WHY,
          COMPARISON_CAUTIONS,
          WHY_IN_PYTHON);

  private RuleBook() {}

  /// The table as Markdown.
  static String markdown() {
    return Stream.concat(Stream.of(head()), CHAPTERS.stream().map(chapter -> chapter(chapter)))
        .collect(joining("\n"));
  }

  private static String head() {
    return """
    # The rules of a finding

    A finding draws no conclusion that is not here; beside its conclusions it says what was counted, such as
    which task it was, or how long. Each rule has its thresholds and the source of its lesson: a section of one
    of the guides, or the measurement alone. This file is generated from the rules (`RuleBook` in the
    tests of `magics`), and a test fails where it differs from them.

    Tasks are %sfrom %s of computing on (of what they did: computing, waiting and waiting for locks), %sfrom %s
    of waiting on, %sfrom %s of waiting for locks on, otherwise mixed.
    """
        .formatted(
            Kind.CPU_BOUND.adjective(),
            Figures.percent(Kind.CPU_BOUND.least()),
            Kind.IO_BOUND.adjective(),
            Figures.percent(Kind.IO_BOUND.least()),
            Kind.LOCK_BOUND.adjective(),
            Figures.percent(Kind.LOCK_BOUND.least()));
  }

  private static <F> String chapter(Chapter<F> chapter) {
    return "## %s\n\n%s\n\n| rule | when | source |\n| --- | --- | --- |\n%s\n"
        .formatted(
            chapter.title,
            chapter.how,
            chapter.rules.stream().map(RuleBook::row).collect(joining("\n")));
  }

  private static String row(Rule<?> rule) {
    return "| %s | %s | %s |".formatted(rule.name(), rule.when().words(), rule.source().text());
  }
}
