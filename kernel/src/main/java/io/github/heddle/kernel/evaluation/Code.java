package io.github.heddle.kernel.evaluation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The little that can be said of Java without reading it as Java.
final class Code {
  private static final Pattern BLANK =
      Pattern.compile("(?:\\s|//[^\\n]*|/\\*.*?\\*/)*+", Pattern.DOTALL);
  private static final Pattern IMPORT = Pattern.compile("import\\s[^;]*;");
  // possessive: what backtracks takes a level of the stack for each character of a long text
  private static final Pattern NO_CODE =
      Pattern.compile(
          "//[^\\n]*|/\\*.*?\\*/"
              + "|\"\"\"(?:[^\"\\\\]++|\\\\.|\"(?!\"\"))*+\"\"\""
              + "|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+'",
          Pattern.DOTALL);

  private Code() {}

  /// Where the next thing stands that is neither space nor comment, or the end.
  static int skipBlank(String text, int start) {
    Matcher matcher = BLANK.matcher(text).region(start, text.length());
    return matcher.lookingAt() ? matcher.end() : start;
  }

  /// Where an import declaration ends that stands there; the same index, where there is none.
  static int importEnd(String text, int start) {
    Matcher matcher = IMPORT.matcher(text).region(skipBlank(text, start), text.length());
    return matcher.lookingAt() ? matcher.end() : start;
  }

  /// The end of the name that stands at or right before an index.
  static int nameEnd(String text, int index) {
    int end = index;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// The same text with blanks in place of literals and comments: what is left stands where it
  /// stood.
  static String withoutLiterals(String source) {
    return NO_CODE.matcher(source).replaceAll(found -> " ".repeat(found.group().length()));
  }

  /// Whether an expression is written as a statement: then the cell does not show its value.
  static boolean endsWithSemicolon(String source) {
    return NO_CODE
        .matcher(source)
        .replaceAll(found -> found.group().startsWith("/") ? " " : "x")
        .stripTrailing()
        .endsWith(";");
  }
}
