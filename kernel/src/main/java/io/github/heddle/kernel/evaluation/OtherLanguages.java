package io.github.heddle.kernel.evaluation;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is written as another language has it, and how Java says it. Pure.
final class OtherLanguages {
  private static final String PRINT = "Java prints with System.out.println(value);";
  private static final String VARIABLE = "Java declares a variable with its type, or with var";
  private static final String LOOP =
      "Java writes for (var x : values) { ... } or for (int i = 0; i < n; i++) { ... }";
  private static final String METHOD =
      "a method begins with the type of its result, such as int twice(int x) { return 2 * x; }";
  private static final String CONDITION = "conditions stand in round brackets: if (x > 3) { ... }";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          entry("True", "Java writes true"),
          entry("False", "Java writes false"),
          entry("None", "Java writes null"),
          entry("NULL", "Java writes null"),
          entry("nil", "Java writes null"),
          entry("print", PRINT),
          entry("println", PRINT),
          entry("printf", "Java prints with System.out.printf(format, values);"),
          entry("console", PRINT),
          entry("cout", PRINT),
          entry("let", VARIABLE),
          entry("bool", "Java writes boolean"),
          entry("elif", "Java writes else if"),
          entry("len", "an array has .length, a text length(), a collection size()"),
          entry("str", "any value becomes text with String.valueOf(value)"),
          entry("input", "new Scanner(System.in).nextLine() reads a line"));

  private static final Map<String, String> AT_FAULT =
      Map.of(
          "and", "Java writes && for and",
          "or", "Java writes || for or",
          "then", "Java has no then: the statement follows the condition",
          "const", "what never changes is declared final: final int k = 3;",
          "elif", "Java writes else if",
          "not", "Java writes ! for not");

  private static final Map<String, String> LINE_BEGINS =
      Map.ofEntries(
          entry("def", METHOD),
          entry("function", METHOD),
          entry("func", METHOD),
          entry("fn", METHOD),
          entry("foreach", LOOP),
          entry("elif", "Java writes else if"),
          entry("print", PRINT),
          entry("println", PRINT),
          entry("let", VARIABLE),
          entry("from", "Java writes import, such as import java.util.List;"));

  private static final Pattern FOR_IN =
      Pattern.compile("\\s*for\\s*\\(?\\s*(?:[\\w<>\\[\\]]+\\s+){1,2}in\\b.*");
  private static final Pattern CONDITIONAL = Pattern.compile("\\s*(?:if|while|for|switch)\\b.*");
  private static final Pattern FIRST_WORD = Pattern.compile("\\s*(\\w+)");

  private OtherLanguages() {}

  /// A name that nobody declared.
  static Optional<String> name(String name) {
    return Optional.ofNullable(NAMES.get(name));
  }

  /// Text that cannot be read.
  static Optional<String> syntax(Complaint complaint, String text) {
    int start = Math.clamp(complaint.start(), 0, text.length());
    String line = text.substring(text.lastIndexOf('\n', start - 1) + 1);
    return Optional.ofNullable(AT_FAULT.get(firstWord(text.substring(start))))
        .or(() -> sign(text, start))
        .or(() -> line(complaint, line.lines().findFirst().orElse("")));
  }

  private static Optional<String> sign(String text, int start) {
    if (text.startsWith("[", start)) {
      return Optional.of("values stand in braces: int[] a = {1, 2}; or List.of(1, 2)");
    }
    if (start > 0 && text.startsWith("=>", start - 1)) {
      return Optional.of("greater or equal is written >=");
    }
    return text.startsWith("=", start) && text.substring(0, start).stripTrailing().endsWith("=")
        ? Optional.of("= assigns, == compares, without a space; objects compare with equals")
        : Optional.empty();
  }

  private static Optional<String> line(Complaint complaint, String line) {
    if (FOR_IN.matcher(line).matches()) {
      return Optional.of(LOOP);
    }
    boolean bare = complaint.message().startsWith("'(' expected");
    return bare && CONDITIONAL.matcher(line).matches()
        ? Optional.of(CONDITION)
        : Optional.ofNullable(LINE_BEGINS.get(firstWord(line)));
  }

  private static String firstWord(String text) {
    Matcher word = FIRST_WORD.matcher(text);
    return word.lookingAt() ? word.group(1) : "";
  }
}
