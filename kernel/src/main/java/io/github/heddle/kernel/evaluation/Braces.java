package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Which bracket was opened and is not closed, where a text ends too early. Pure.
final class Braces {
  /// Words that begin a part of a statement, and the word that begins the statement.
  private static final Map<String, String> PARTS =
      Map.of("else", "if", "catch", "try", "finally", "try");

  private Braces() {}

  /// The same problem, with a hint at the bracket where that is what is wrong.
  static Problem named(Problem problem, Complaint complaint, SnippetText text) {
    if (complaint.kind().equals("premature.eof")) {
      return open(problem, text, text.text()).orElseGet(() -> alone(problem, text));
    }
    return complaint.message().startsWith("')' expected") && problem.hint().isEmpty()
        ? open(problem, text, before(complaint, text)).orElse(problem)
        : problem;
  }

  private static String before(Complaint complaint, SnippetText text) {
    return text.text().substring(0, Math.clamp(complaint.start(), 0, text.text().length()));
  }

  /// The same problem, with a hint at the last bracket that is not closed, if there is one.
  private static Optional<Problem> open(Problem problem, SnippetText text, String part) {
    OptionalInt open = lastOpen(part);
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(problem.withHint(notClosed(open.getAsInt(), text)));
  }

  private static String notClosed(int index, SnippetText text) {
    Position at = text.at(index);
    return "the %s of line %d, column %d is not closed"
        .formatted(text.text().charAt(index), at.line(), at.column());
  }

  /// The parser takes a part of a statement that stands alone for the beginning of a text that ends
  /// too early.
  private static Problem alone(Problem problem, SnippetText text) {
    String code = text.text();
    int start = Code.skipBlank(code, 0);
    String word = code.substring(start, Code.nameEnd(code, start));
    return PARTS.containsKey(word)
        ? Problem.at(text.at(start), word.length(), word + " without " + PARTS.get(word))
            .withHint("it stands behind the block of its " + PARTS.get(word) + ", in one cell")
        : problem;
  }

  /// Where the innermost bracket stands that is not closed.
  static OptionalInt lastOpen(String text) {
    Deque<Integer> open = new ArrayDeque<>();
    String code = Code.withoutLiterals(text);
    for (int index = 0; index < code.length(); index++) {
      char character = code.charAt(index);
      if ("([{".indexOf(character) >= 0) {
        open.push(index);
      } else if (")]}".indexOf(character) >= 0 && !open.isEmpty()) {
        open.pop();
      }
    }
    return open.isEmpty() ? OptionalInt.empty() : OptionalInt.of(open.peek());
  }
}
