package io.github.heddle.jupyter;

import static java.util.stream.Collectors.joining;

import io.github.heddle.Run;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.ValueText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The results of a run as they are shown under its cell: in one line where they fit, else a line
/// for each of the first tasks.
final class ResultsText {
  private static final int MOST = 20;
  private static final int LINE = 100;

  private ResultsText() {}

  /// Nothing where no task gave anything, which is what a body of statements does.
  static Optional<String> of(Run<?> run) {
    List<? extends Outcome<?>> outcomes = run.outcomes();
    if (outcomes.isEmpty() || outcomes.stream().allMatch(ResultsText::gaveNothing)) {
      return Optional.empty();
    }
    List<String> texts = outcomes.stream().limit(MOST).map(ResultsText::text).toList();
    int more = outcomes.size() - texts.size();
    String line = "[" + String.join(", ", texts) + "]";
    return Optional.of(more == 0 && line.length() <= LINE ? line : lines(texts, more));
  }

  private static boolean gaveNothing(Outcome<?> outcome) {
    return !(outcome instanceof Outcome.Done<?>(Object value)) || value == null;
  }

  private static String text(Outcome<?> outcome) {
    return outcome instanceof Outcome.Done<?>(Object value)
        ? ValueText.of(value)
        : outcome.ending().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String lines(List<String> texts, int more) {
    Stream<String> lines =
        IntStream.range(0, texts.size()).mapToObj(task -> "[" + task + "] " + texts.get(task));
    String rest = more == 0 ? "" : String.format(Locale.ROOT, "… and %,d more", more);
    return Stream.concat(lines, Stream.of(rest).filter(text -> !text.isEmpty()))
        .collect(joining("\n"));
  }
}
