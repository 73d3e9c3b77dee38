package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/// Which bracket was opened and is not closed, where a text ends too early. Pure.
final class Braces {
  private Braces() {}

  /// The same problem, with a hint at the bracket where that is what is wrong.
  static Problem named(Problem problem, Complaint complaint, SnippetText text) {
    return complaint.kind().equals("premature.eof") ? open(problem, text) : problem;
  }

  /// The same problem, with a hint at the last bracket that is not closed.
  static Problem open(Problem problem, SnippetText text) {
    OptionalInt open = lastOpen(text.text());
    if (open.isEmpty()) {
      return problem.withHint("a brace or bracket that was opened is not closed");
    }
    int index = open.getAsInt();
    Position at = text.at(index);
    return problem.withHint(
        "the %s of line %d, column %d is not closed"
            .formatted(text.text().charAt(index), at.line(), at.column()));
  }

  private static OptionalInt lastOpen(String text) {
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
