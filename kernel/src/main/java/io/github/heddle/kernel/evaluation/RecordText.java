package io.github.heddle.kernel.evaluation;

import io.github.heddle.cell.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The source of a record as JShell needs it: JShell makes the records of a cell public, and then
/// refuses constructors that are not, though Java takes them as they stand in the cell. Pure.
final class RecordText {
  private static final Pattern HEAD =
      Pattern.compile(
          "\\s*(?:@[\\w.]+(?:\\([^)]*\\))?\\s*|(?:public|private|protected|static|final|strictfp)\\s+)*"
              + "record\\s+(?<name>\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)");

  /// Where a member begins, with its annotations.
  private static final Pattern BEGINNING =
      Pattern.compile("[{};]\\s*(?:@[\\w.]+(?:\\([^)]*\\))?\\s*)*$");

  private RecordText() {}

  /// Adds the source to a snippet, with `public` in front of constructors that say nothing.
  static SnippetText.Builder addTo(SnippetText.Builder text, Fragment source) {
    int start = 0;
    for (int constructor : constructors(Code.withoutLiterals(source.text()))) {
      text.add(Places.part(source, start, constructor)).insert("public ");
      start = constructor;
    }
    return text.add(start == 0 ? source : Places.part(source, start, source.text().length()));
  }

  /// Where the constructors of a record begin that have no modifiers; none, of anything else.
  private static List<Integer> constructors(String code) {
    Matcher head = HEAD.matcher(code);
    if (!head.lookingAt()) {
      return List.of();
    }
    Pattern constructor =
        Pattern.compile("(?<!\\p{javaJavaIdentifierPart})" + head.group("name") + "\\s*[({]");
    List<Integer> found = new ArrayList<>();
    Matcher matcher = constructor.matcher(code).region(head.end(), code.length());
    while (matcher.find()) {
      String before = code.substring(head.end(), matcher.start());
      if (depth(before) == 1 && BEGINNING.matcher(before).find()) {
        found.add(matcher.start());
      }
    }
    return found;
  }

  private static int depth(String code) {
    return (int)
        (code.chars().filter(each -> "([{".indexOf(each) >= 0).count()
            - code.chars().filter(each -> ")]}".indexOf(each) >= 0).count());
  }
}
