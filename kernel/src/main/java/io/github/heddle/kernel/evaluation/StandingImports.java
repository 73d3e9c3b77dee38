package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The imports that are in force in all cells.
///
/// One snippet declares them all: each snippet costs three passes of the compiler, and the first
/// result waits for these. The compiler takes that snippet for the first import in it, so an import
/// of the same name would replace all of them: cells that repeat one of them are to leave it out,
/// which changes nothing and is quicker, too.
final class StandingImports {
  private static final Pattern DECLARATION =
      Pattern.compile("\\s*import\\s+(static\\s+)?([\\w$]+(?:\\s*\\.\\s*(?:[\\w$]+|\\*))*)[\\s;]*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final SnippetText text;
  private final Set<String> names;

  /// @param declarations import declarations, such as `import java.util.*;`
  /// @throws IllegalArgumentException if one of them is something else
  StandingImports(List<String> declarations) {
    text = SnippetText.of("start", new Fragment(String.join(" ", declarations), Position.START));
    names =
        declarations.stream()
            .map(each -> name(each).orElseThrow(() -> new IllegalArgumentException(each)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// What the compiler is given once, before all cells.
  SnippetText text() {
    return text;
  }

  /// Whether a piece of a cell is an import that is in force anyway.
  boolean contain(String source) {
    return name(source).filter(names::contains).isPresent();
  }

  /// The compiler takes no notice of comments and spaces either.
  private static Optional<String> name(String declaration) {
    Matcher matcher = DECLARATION.matcher(Code.withoutLiterals(declaration));
    return matcher.matches()
        ? Optional.of(
            (matcher.group(1) == null ? "" : "static ")
                + BLANKS.matcher(matcher.group(2)).replaceAll(""))
        : Optional.empty();
  }
}
