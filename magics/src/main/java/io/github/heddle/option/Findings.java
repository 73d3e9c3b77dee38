package io.github.heddle.option;

import io.github.heddle.cell.Argument;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a magic line: picocli's errors and ours, as problems at their columns.
final class Findings {
  private final CommandSpec magic;
  private final Words words;
  private final List<Problem> problems = new ArrayList<>();

  Findings(CommandSpec magic, Words words) {
    this.magic = magic;
    this.words = words;
  }

  /// Adds what picocli found.
  void add(Exception error) {
    switch (error) {
      case UnmatchedArgumentException unmatched -> addUnmatched(unmatched.getUnmatched());
      case MissingParameterException missing -> addMissing(missing.getMissing().getFirst());
      case OverwrittenOptionException twice -> addTwice(twice.getOverwritten());
      case ParameterException value when value.getCause() instanceof BadValue bad ->
          problem(words.valueOf(value.getArgSpec(), value.getValue()), bad.reason(), bad.hint());
      case ParameterException other when other.getArgSpec() != null ->
          problem(
              words.namesOf(other.getArgSpec()).getLast(),
              String.valueOf(other.getMessage()),
              seeHelp());
      default -> throw new IllegalStateException(error);
    }
  }

  /// Adds a problem with an option that stands on the line.
  void add(String option, String message, String hint) {
    problem(words.namesOf(magic.findOption(option)).getFirst(), message, hint);
  }

  /// Adds a problem with a word that belongs to no option.
  void addWord(String word, String message, String hint) {
    problem(words.named(word), message, hint);
  }

  /// Adds a problem with the second of two words that are the same.
  void addSecondWord(String word, String message, String hint) {
    problem(words.lastNamed(word), message, hint);
  }

  /// Ends the reading if anything was found.
  void throwAny() throws CellException {
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparing(Problem::at));
      throw new CellException("MagicError", problems);
    }
  }

  /// A word that belongs to no option is mostly what another mistake leaves over; it is reported
  /// where there is none.
  private void addUnmatched(List<String> unmatched) {
    unmatched.stream().filter(Findings::isOption).forEach(this::addUnknown);
    if (problems.isEmpty()) {
      unmatched.forEach(
          word -> problem(words.named(word), "`" + word + "` belongs to no option", forWord(word)));
    }
  }

  private static boolean isOption(String word) {
    return word.matches("--?\\p{L}.*");
  }

  private void addUnknown(String word) {
    String option = word.replaceFirst("=.*", "");
    problem(
        words.named(word),
        "%%" + magic.name() + " has no option " + option,
        Closest.to(option, suggestions())
            .map(name -> "did you mean " + name + "?")
            .orElseGet(this::seeHelp));
  }

  private List<String> suggestions() {
    return magic.options().stream()
        .filter(option -> !option.usageHelp())
        .map(OptionSpec::longestName)
        .toList();
  }

  private String forWord(String word) {
    return word.matches("\\d+") ? "for " + word + " tasks: -n " + word : seeHelp();
  }

  private String seeHelp() {
    return "%%" + magic.name() + " --help lists the options";
  }

  private void addMissing(ArgSpec option) {
    Argument name = words.namesOf(option).getLast();
    problem(name, name.text() + " needs a value", name.text() + " " + option.paramLabel());
  }

  private void addTwice(ArgSpec option) {
    String name = ((OptionSpec) option).longestName();
    problem(words.namesOf(option).get(1), name + " is given twice", "leave out one of them");
  }

  private void problem(Argument word, String message, String hint) {
    problems.add(Problem.at(word.at(), word.length(), message).withHint(hint));
  }
}
