package io.github.heddle.kernel.protocol;

import io.github.heddle.kernel.evaluation.Completions;
import io.github.heddle.kernel.evaluation.Completions.Completion;
import java.util.List;

/// Completions as front ends have them in other languages: a member together with the names and
/// dots before it, `System.out` for `System.ou`, and no bracket that is left open. Pure.
final class Qualified {
  private Qualified() {}

  static Completions in(String code, Completions found) {
    int begin = beginOfNames(code, found.start());
    String names = code.substring(begin, found.start());
    List<Completion> whole = found.completions().stream().map(each -> after(names, each)).toList();
    return new Completions(begin, found.end(), whole);
  }

  private static Completion after(String names, Completion member) {
    String text = member.text();
    String closed = text.endsWith("(") ? text.substring(0, text.length() - 1) : text;
    return new Completion(names + closed, member.type(), member.signature());
  }

  private static int beginOfNames(String code, int member) {
    int begin = member;
    while (begin > 0 && isPartOfName(code.charAt(begin - 1))) {
      begin--;
    }
    boolean ofSomethingElse = begin < member && code.charAt(begin) == '.';
    return ofSomethingElse ? member : begin;
  }

  private static boolean isPartOfName(char character) {
    return character == '.' || Character.isJavaIdentifierPart(character);
  }
}
