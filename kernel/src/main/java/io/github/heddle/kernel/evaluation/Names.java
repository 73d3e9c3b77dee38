package io.github.heddle.kernel.evaluation;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/// Names in sources, and names that resemble others.
final class Names {
  private static final Pattern WORD =
      Pattern.compile("\\b\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

  private Names() {}

  /// Where a name stands in a source as a word of its own, or -1.
  static int indexOf(String name, String source) {
    Matcher matcher = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(source);
    return matcher.find() ? matcher.start() : -1;
  }

  /// The names in a source, literals and comments left out.
  static Set<String> in(String source) {
    return WORD.matcher(Code.withoutLiterals(source))
        .results()
        .map(MatchResult::group)
        .filter(word -> !SourceVersion.isKeyword(word))
        .collect(Collectors.toSet());
  }

  /// The name that was probably meant: of several as near the longest, as letters left out are the
  /// likeliest mistake.
  static Optional<String> closest(String name, Collection<String> candidates) {
    int tolerance = name.length() < 3 ? 0 : Math.min(2, name.length() / 2);
    return candidates.stream()
        .filter(each -> !each.equals(name) && distance(name, each) <= tolerance)
        .min(
            Comparator.<String>comparingInt(each -> distance(name, each))
                .thenComparing(Comparator.comparingInt(String::length).reversed())
                .thenComparing(Comparator.naturalOrder()));
  }

  /// How many letters have to be changed, added or taken away; upper or lower case does not count.
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int column = 0; column <= b.length(); column++) {
      row[column] = column;
    }
    for (int line = 1; line <= a.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int column = 1; column <= b.length(); column++) {
        int above = row[column];
        int change = same(a.charAt(line - 1), b.charAt(column - 1)) ? 0 : 1;
        row[column] = Math.min(diagonal + change, 1 + Math.min(above, row[column - 1]));
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
