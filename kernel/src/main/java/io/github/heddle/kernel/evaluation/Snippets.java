package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.kernel.weave.CellSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import jdk.jshell.VarSnippet;

/// Which snippet stands where in which cell. Used by the thread that compiles.
final class Snippets {
  /// The compiler names classes after the snippets in them: `REPL.$JShell$12B_13$Inner` holds the
  /// snippets 12, in its third version, and 13.
  private static final Pattern CLASS_NAME =
      Pattern.compile("REPL\\.\\$JShell\\$(\\d+[A-Z]*(?:_\\d+[A-Z]*)*).*");

  /// The modifiers that a declaration begins with, volatile among them.
  private static final Pattern VOLATILE =
      Pattern.compile("\\s*(?:(?:public|protected|private|static|transient)\\s+)*volatile\\b");

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private record Known(Snippet snippet, SnippetText text) {}

  private final Map<Integer, Known> known = new HashMap<>();
  private final Function<Snippet, SnippetWrapper> wrapper;
  private SnippetText underWay = SnippetText.of("", new Fragment("", Position.START));

  Snippets(Function<Snippet, SnippetWrapper> wrapper) {
    this.wrapper = wrapper;
  }

  /// Snippets that the compiler announces from now on come from this text.
  void begin(SnippetText text) {
    underWay = text;
  }

  /// Called by the compiler for each new snippet; gives it its name.
  String announce(Snippet snippet, int number) {
    known.put(number, new Known(snippet, underWay));
    return Integer.toString(number);
  }

  /// The text a snippet came from.
  SnippetText text(Snippet snippet) {
    return known.values().stream()
        .filter(each -> each.snippet().equals(snippet))
        .map(Known::text)
        .findFirst()
        .orElse(underWay);
  }

  /// Where a class comes from.
  Optional<CellSource> source(String className) {
    Matcher matcher = CLASS_NAME.matcher(className);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<Known> inside =
        NUMBER
            .matcher(matcher.group(1))
            .results()
            .map(number -> known.get(Integer.valueOf(number.group())))
            .flatMap(Stream::ofNullable)
            .toList();
    return inside.isEmpty() ? Optional.empty() : Optional.of(source(inside));
  }

  private CellSource source(List<Known> inside) {
    SnippetWrapper first = wrapper.apply(inside.getFirst().snippet());
    LineTable table = LineTable.forUnit(first.wrapped());
    if (inside.size() == 1) {
      table.add(first, inside.getFirst().text());
    } else {
      inside.forEach(each -> table.addMethod(first.wrapped(), each.snippet(), each.text()));
    }
    return new CellSource(inside.getLast().text().source(), table, volatiles(inside));
  }

  private static Set<String> volatiles(List<Known> inside) {
    return inside.stream()
        .map(Known::snippet)
        .flatMap(each -> each instanceof VarSnippet variable ? Stream.of(variable) : Stream.empty())
        .filter(variable -> VOLATILE.matcher(variable.source()).lookingAt())
        .map(VarSnippet::name)
        .collect(Collectors.toSet());
  }
}
