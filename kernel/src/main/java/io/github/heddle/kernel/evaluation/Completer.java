package io.github.heddle.kernel.evaluation;

import io.github.heddle.kernel.evaluation.Completions.Completion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/// What could stand at a cursor. Used by the thread that compiles.
final class Completer {
  private final JShell shell;

  Completer(JShell shell) {
    this.shell = shell;
  }

  /// Looks at the last snippet alone; what it sees nothing in may be about a variable that the code
  /// before it declares and that does not exist yet.
  Completions at(String code, int cursor) {
    int last = Pieces.lastStart(code.substring(0, cursor), shell.sourceCodeAnalysis());
    Completions found = from(last, code, cursor);
    return found.completions().isEmpty() && last > 0 ? from(0, code, cursor) : found;
  }

  private Completions from(int snippet, String code, int cursor) {
    int[] anchor = {cursor - snippet};
    List<Suggestion> suggestions =
        shell
            .sourceCodeAnalysis()
            .completionSuggestions(code.substring(snippet), cursor - snippet, anchor);
    Map<String, String> declared = declared();
    List<Completion> completions =
        suggestions.stream()
            .sorted(Comparator.comparing(Suggestion::matchesType).reversed())
            .map(Suggestion::continuation)
            .filter(each -> !each.startsWith(Compiler.HIDDEN))
            .distinct()
            .map(each -> completion(each, declared.getOrDefault(each, "")))
            .toList();
    return new Completions(snippet + anchor[0], cursor, completions);
  }

  private static Completion completion(String text, String signature) {
    return new Completion(text, type(text), signature);
  }

  private static String type(String text) {
    if (text.contains("(")) {
      return "function";
    }
    String word = text.strip();
    if (SourceVersion.isKeyword(word)) {
      return "keyword";
    }
    boolean constant = word.chars().noneMatch(Character::isLowerCase);
    return Character.isUpperCase(word.codePointAt(0)) && !constant ? "class" : "instance";
  }

  /// What the notebook declared, and how.
  private Map<String, String> declared() {
    Map<String, String> signatures =
        new HashMap<>(
            shell
                .variables()
                .collect(
                    Collectors.toMap(each -> each.name(), each -> each.typeName(), (a, _) -> a)));
    shell.methods().forEach(each -> signatures.put(each.name() + "(", each.signature()));
    return signatures;
  }
}
