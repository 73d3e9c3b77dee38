package io.github.heddle.kernel.evaluation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Types as people call them: without their packages, where no two are confused. Pure.
public final class TypeNames {
  private static final Pattern QUALIFIED =
      Pattern.compile("\\b(?:[a-z][\\w]*\\.)+(?<simple>[A-Z]\\w*)");

  private TypeNames() {}

  /// The same text, in which `java.lang.String` is `String`.
  public static String shortened(String text) {
    Set<String> confused = confused(text);
    return QUALIFIED
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                confused.contains(found.group("simple")) ? found.group() : found.group("simple")));
  }

  /// Simple names that stand for several types.
  private static Set<String> confused(String text) {
    Map<String, String> known = new HashMap<>();
    Set<String> confused = new HashSet<>();
    QUALIFIED
        .matcher(text)
        .results()
        .filter(each ->
            !known.computeIfAbsent(each.group("simple"), _ -> each.group()).equals(each.group()))
        .forEach(each -> confused.add(each.group("simple")));
    return confused;
  }
}
