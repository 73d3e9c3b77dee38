package io.github.heddle.kernel.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A cell whose last line is `name?` or `?name`, which asks for a page on that name. No line of
/// Java that ends a cell has this form. Pure.
///
/// @param before the lines above it
/// @param name what the page is asked for
record PageAsked(String before, String name) {
  private static final String NAME =
      "[\\p{L}_$][\\p{L}\\p{N}_$]*(?:\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*";
  private static final Pattern LAST_LINE =
      Pattern.compile(
          "(?<before>(?:.*\\n)?)[ \\t]*(?:\\?{1,2}[ \\t]*(?<first>%1$s)|(?<last>%1$s)[ \\t]*\\?{1,2})\\s*"
              .formatted(NAME),
          Pattern.DOTALL);
  private static final Pattern CELL_MAGIC = Pattern.compile("\\s*%%");

  /// What a cell asks for, if it asks; what stands under a cell magic is that magic's affair.
  static Optional<PageAsked> in(String cell) {
    Matcher asked = LAST_LINE.matcher(cell);
    if (CELL_MAGIC.matcher(cell).lookingAt() || !asked.matches()) {
      return Optional.empty();
    }
    String name = asked.group("first") == null ? asked.group("last") : asked.group("first");
    return Optional.of(new PageAsked(asked.group("before"), name));
  }
}
