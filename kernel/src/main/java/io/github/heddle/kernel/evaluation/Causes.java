package io.github.heddle.kernel.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the compiler says, without what only follows from something that it said before. Pure.
final class Causes {
  private static final Set<String> SYNTAX =
      Set.of(
          "premature.eof",
          "not.stmt",
          "else.without.if",
          "catch.without.try",
          "orphaned",
          "unclosed.str.lit",
          "unclosed.char.lit",
          "unclosed.comment",
          "unclosed.text.block",
          "empty.char.lit",
          "illegal.char",
          "illegal.esc.char",
          "illegal.digit.in.octal.literal",
          "int.number.too.large",
          "try.without.catch.finally.or.resource.decls",
          "dot.class.expected");

  private Causes() {}

  /// One complaint for each cause: of a text that cannot be read the first, and semicolons that
  /// lack; of a name that nobody declared the first place.
  static List<Complaint> in(List<Complaint> complaints, String text) {
    List<Complaint> causes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Complaint each : complaints) {
      boolean known = each.aboutName() && !names.add(Span.of(each, text).code());
      boolean follows = !causes.isEmpty() && (unknown(each) || follows(causes, each, text));
      if (!known && !follows) {
        causes.add(each);
      }
    }
    return causes;
  }

  /// Whether it is about a type that the compiler does not know, which it said before.
  private static boolean unknown(Complaint complaint) {
    return complaint.message().contains("<any>");
  }

  private static boolean follows(List<Complaint> causes, Complaint complaint, String text) {
    return syntax(causes.getFirst())
        ? !bothSemicolons(causes, complaint, text)
        : causes.getLast().aboutThis();
  }

  /// Whether semicolons lack in two lines: of one line only the first place tells something.
  private static boolean bothSemicolons(List<Complaint> causes, Complaint complaint, String text) {
    Complaint last = causes.getLast();
    return semicolon(last)
        && semicolon(complaint)
        && Span.of(last, text).start() < text.lastIndexOf('\n', (int) complaint.start());
  }

  private static boolean semicolon(Complaint complaint) {
    return complaint.message().startsWith("';' expected");
  }

  /// Whether it is about text that cannot be read.
  static boolean syntax(Complaint complaint) {
    String kind = complaint.kind();
    return SYNTAX.contains(kind) || kind.startsWith("expected") || kind.startsWith("illegal.start");
  }
}
