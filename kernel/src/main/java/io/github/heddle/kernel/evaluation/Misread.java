package io.github.heddle.kernel.evaluation;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/// What to do about text that cannot be read as Java, judged by what stands there. Pure.
final class Misread {
  private static final Set<String> PRIMITIVES =
      Set.of("int", "long", "short", "byte", "char", "float", "double", "boolean");
  private static final Pattern LAST_WORD = Pattern.compile("(\\w+)\\s*$");
  private static final Pattern MAGIC = Pattern.compile("%%?\\w+");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d,\\s*$");
  private static final Pattern FOR_HEADER = Pattern.compile("(?s).*\\bfor\\s*$");

  private Misread() {}

  /// @param text all that the compiler read
  static Optional<String> hint(Complaint complaint, String text) {
    int start = Math.clamp(complaint.start(), 0, text.length());
    String before = text.substring(0, start);
    String after = text.substring(start);
    return Optional.ofNullable(
        switch (complaint.kind()) {
          case "expected", "expected2", "expected3", "expected4" ->
              expected(complaint.message(), before, after);
          case "unclosed.str.lit" -> "close the string with a double quote";
          case "unclosed.char.lit", "empty.char.lit" ->
              "text stands in double quotes; single quotes hold one character";
          case "not.stmt" -> notAStatement(Span.of(complaint, text).code());
          case "else.without.if" -> "before else stands one statement, or a block in braces";
          case "try.without.catch.finally.or.resource.decls" ->
              "write catch (Exception e) { ... } behind its block";
          case "dot.class.expected" -> noName(after);
          case "int.number.too.large" -> tooLarge(after);
          case "illegal.digit.in.octal.literal" ->
              "a number that begins with 0 is octal: leave out the 0";
          case "illegal.char" -> character(after);
          case "illegal.esc.char" -> "a backslash in a text is written twice: \\\\";
          case String kind when kind.startsWith("illegal.start") -> beginning(before, after);
          default -> null;
        });
  }

  private static @Nullable String expected(String message, String before, String after) {
    if (message.startsWith("';' expected")) {
      if (after.stripLeading().startsWith("==")) {
        return "= gives a value; == compares";
      }
      return inHeader(before)
          ? "semicolons stand between the three parts of for: for (int i = 0; i < n; i++)"
          : "a statement ends with a semicolon";
    }
    if (message.startsWith("')' or ','")) {
      return "a closing bracket, a comma, or an operator such as + is missing here";
    }
    if (message.startsWith("','")) {
      return "between its parts stands a comma";
    }
    if (message.startsWith("']' expected")) {
      return "an array gets its length with new: int[] a = new int[3];";
    }
    return message.startsWith("<identifier>") ? missingName(before, after) : null;
  }

  /// Whether the text ends in the round brackets of `for`.
  private static boolean inHeader(String before) {
    OptionalInt open = Braces.lastOpen(before);
    return open.isPresent()
        && before.charAt(open.getAsInt()) == '('
        && FOR_HEADER.matcher(before.substring(0, open.getAsInt())).matches();
  }

  private static String missingName(String before, String after) {
    if (SourceVersion.isKeyword(word(after.stripLeading()))) {
      return noName(after);
    }
    if (DECIMAL_COMMA.matcher(before).find() && Character.isDigit(after.charAt(0))) {
      return "a number has a decimal point, no comma";
    }
    Matcher last = LAST_WORD.matcher(before);
    boolean typeless =
        last.find()
            && Character.isLowerCase(last.group(1).charAt(0))
            && !PRIMITIVES.contains(last.group(1))
            && !SourceVersion.isKeyword(last.group(1));
    return typeless
        ? "in front of a name stands its type, such as int " + last.group(1)
        : "a name is missing here";
  }

  private static String noName(String after) {
    String word = word(after.stripLeading());
    return SourceVersion.isKeyword(word)
        ? word + " is a word of Java: choose another name"
        : "a name begins with a letter";
  }

  private static String notAStatement(String code) {
    return code.contains("==")
        ? "== compares; = assigns"
        : "do something with it: assign it, or print it";
  }

  private static String tooLarge(String after) {
    return "an int ends at 2147483647: declare a long, and write L behind the number: "
        + word(after)
        + "L";
  }

  private static @Nullable String character(String after) {
    return switch (after.isEmpty() ? ' ' : after.charAt(0)) {
      case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> "write straight double quotes: \"";
      case '\u2018', '\u2019' -> "write straight quotes: ' for a character, \" for text";
      case '#' -> "a comment begins with //";
      default -> null;
    };
  }

  private static String beginning(String before, String after) {
    if (word(after).equals("package")) {
      return "a cell belongs to no package: leave this line out";
    }
    if (after.startsWith("{") && before.stripTrailing().endsWith("=")) {
      return "values alone in braces stand where the variable is declared; later write new, such as"
          + " new int[] {1, 2}";
    }
    if (MAGIC.matcher(after).lookingAt()) {
      return "a magic stands alone: put this line into a cell of its own";
    }
    if (after.startsWith("{") && before.strip().equals("static")) {
      return "what stands in a cell runs as it is: leave out static and the braces";
    }
    return after.startsWith("}")
        ? "there is one } too many, or one { too few"
        : "something is missing, or not closed, before this";
  }

  private static String word(String text) {
    return text.substring(0, Code.nameEnd(text, 0));
  }
}
