package io.github.heddle.kernel.protocol;

import io.github.heddle.kernel.evaluation.Completions;
import io.github.heddle.kernel.evaluation.Completions.Completion;
import java.util.List;

/// Completions of a member together with the names and dots before it: front ends show `System.out`
/// for `System.ou`, as they do in other languages. Pure.
final class Qualified {
  private Qualified() {}

  static Completions in(String code, Completions found) {
    int begin = found.start();
    while (begin > 0 && isPartOfName(code.charAt(begin - 1))) {
      begin--;
    }
    if (begin < found.start() && code.charAt(begin) == '.') {
      return found; // a member of something that is no name
    }
    String names = code.substring(begin, found.start());
    List<Completion> whole =
        found.completions().stream()
            .map(each -> new Completion(names + each.text(), each.type(), each.signature()))
            .toList();
    return new Completions(begin, found.end(), whole);
  }

  private static boolean isPartOfName(char character) {
    return character == '.' || Character.isJavaIdentifierPart(character);
  }
}
