package io.github.heddle.cell;

/// As much of Java's lexical grammar as it takes to pass over comments and literals.
final class JavaText {
  private JavaText() {}

  /// Whether a comment begins at this index.
  static boolean isComment(String text, int index) {
    return text.startsWith("//", index) || text.startsWith("/*", index);
  }

  /// The index after the comment, the literal or the single character that begins at this one. A
  /// literal that is not closed ends with its line, a comment or text block with the text.
  static int after(String text, int index) {
    if (text.startsWith("//", index)) {
      return endOfLine(text, index);
    }
    if (text.startsWith("/*", index)) {
      int close = text.indexOf("*/", index + 2);
      return close < 0 ? text.length() : close + 2;
    }
    if (text.startsWith("\"\"\"", index)) {
      return afterQuoted(text, index + 3, "\"\"\"", text.length());
    }
    char first = text.charAt(index);
    return first == '"' || first == '\''
        ? afterQuoted(text, index + 1, String.valueOf(first), endOfLine(text, index))
        : index + 1;
  }

  /// How a character changes the depth of brackets: 1 opens, -1 closes, 0 does neither.
  static int nesting(char character) {
    return switch (character) {
      case '(', '[', '{' -> 1;
      case ')', ']', '}' -> -1;
      default -> 0;
    };
  }

  private static int endOfLine(String text, int index) {
    int end = text.indexOf('\n', index);
    return end < 0 ? text.length() : end;
  }

  private static int afterQuoted(String text, int content, String quote, int limit) {
    int index = content;
    while (index < limit && !text.startsWith(quote, index)) {
      index += text.charAt(index) == '\\' ? 2 : 1;
    }
    return Math.min(index + (index < limit ? quote.length() : 0), limit);
  }
}
