package io.github.heddle.kernel.evaluation;

import java.util.Set;

/// What is underlined of the text that was compiled.
///
/// @param start index into that text
/// @param code the code that is meant, perhaps of several lines
record Span(int start, String code) {
  /// What the compiler says of a name, though it points at all that stands around it.
  private static final Set<String> NAMED =
      Set.of(
          "already.defined",
          "report.access",
          "override.weaker.access",
          "cant.infer.local.var.type");

  /// Of a name that nobody declared, just the name; of a way without return, where it ends.
  static Span of(Complaint complaint, String text) {
    int start = Math.clamp(complaint.start(), 0, text.length());
    int end = Math.clamp(complaint.end(), start, text.length());
    int at = Math.clamp(complaint.at(), start, Math.max(start, end));
    if (complaint.aboutName() || NAMED.contains(complaint.kind())) {
      return name(text, start, at);
    }
    if (complaint.kind().equals("dot.class.expected")) {
      return new Span(start, text.substring(start, Code.nameEnd(text, start)));
    }
    boolean endOfBlock = complaint.kind().equals("missing.ret.stmt") && at < text.length();
    return endOfBlock
        ? new Span(at, text.substring(at, at + 1))
        : new Span(start, text.substring(start, end));
  }

  private static Span name(String text, int start, int at) {
    int begin = at;
    while (begin < text.length() && !Character.isJavaIdentifierStart(text.charAt(begin))) {
      begin++;
    }
    int end = Code.nameEnd(text, begin);
    if (text.startsWith("new", begin) && end == begin + "new".length()) {
      return name(text, start, end);
    }
    return begin == end
        ? new Span(start, text.substring(start, at))
        : new Span(begin, text.substring(begin, end));
  }

  /// How much of its first line is underlined.
  int length() {
    return Math.max(1, code.lines().findFirst().orElse("").length());
  }
}
