package io.github.heddle.kernel.protocol;

import io.github.heddle.kernel.evaluation.Completions;
import io.github.heddle.kernel.evaluation.Completions.Completion;
import io.github.heddle.kernel.magic.MagicHelp;
import io.github.heddle.kernel.magic.MagicSummaries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;

/// Completes the names of magics and their options.
final class MagicNames {
  private static final Pattern BEGUN =
      Pattern.compile("(?m)^[ \\t]*(?<magic>%%?[\\p{L}\\p{N}_]*)\\z");

  private static final Pattern LINE =
      Pattern.compile("(?m)^[ \\t]*(?<percent>%%?)(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)[^\\n]*$");

  /// An option in the text that explains a magic.
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*(?![\\w-])");

  private MagicNames() {}

  /// The name of the magic in whose line the cursor stands: in its name or among its options. In
  /// the expression of a line such as `%time f()` it stands in Java.
  static Optional<String> inLineAt(String code, int cursor) {
    return LINE.matcher(code)
        .results()
        .filter(line -> line.start("percent") <= cursor && cursor <= line.end())
        .filter(line -> cursor <= line.end("name") || !line.group("name").startsWith("time"))
        .map(line -> line.group("name"))
        .findFirst();
  }

  /// The options of the magic in whose line the cursor stands, behind its name. Nothing else is
  /// known of what stands there: no Java is.
  static Optional<Completions> optionsAt(String code, int cursor) {
    return inLineAt(code, cursor)
        .map(name -> {
          int start = wordStart(code, cursor);
          return new Completions(start, cursor, options(name, code.substring(start, cursor)));
        });
  }

  private static int wordStart(String code, int cursor) {
    int start = cursor;
    while (start > 0 && !Character.isWhitespace(code.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static List<Completion> options(String magic, String prefix) {
    return !prefix.startsWith("-")
        ? List.of()
        : OPTION
            .matcher(MagicHelp.find(magic).orElse(""))
            .results()
            .map(MatchResult::group)
            .filter(option -> option.startsWith(prefix))
            .distinct()
            .sorted()
            .map(option -> new Completion(option, "option", ""))
            .toList();
  }

  /// The magics whose name may be meant, if the cursor stands in the name of a magic.
  static Optional<Completions> at(String code, int cursor, MagicsRegistry magics) {
    Matcher begun = BEGUN.matcher(code.substring(0, cursor));
    if (!begun.find()) {
      return Optional.empty();
    }
    String prefix = begun.group("magic");
    boolean onTop = code.substring(0, begun.start("magic")).isBlank();
    Set<String> cell = onTop ? magics.getCellMagicNames() : Set.of();
    List<Completion> names =
        Stream.concat(named("%%", cell), named("%", magics.getLineMagicNames()))
            .filter(name -> name.startsWith(prefix))
            .sorted()
            .map(name -> new Completion(name, "magic", MagicSummaries.of(name).orElse("")))
            .toList();
    return Optional.of(new Completions(begun.start("magic"), cursor, names));
  }

  private static Stream<String> named(String percent, Set<String> names) {
    return names.stream().map(name -> percent + name);
  }
}
