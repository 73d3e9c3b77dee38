package io.github.heddle.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Splits what follows a magic's name into words and Java expressions. Used once.
final class ArgumentReader {
  private static final Pattern OPTION = Pattern.compile("\\s--?\\p{L}.*");

  private final Fragment line;
  private final String text;
  private final Set<String> expressions;
  private final List<Argument> arguments = new ArrayList<>();
  private int index;

  ArgumentReader(Fragment line, Set<String> expressions) {
    this.line = line;
    this.text = line.text();
    this.expressions = expressions;
  }

  List<Argument> read() {
    while (toNextWord()) {
      word();
    }
    return List.copyOf(arguments);
  }

  private boolean toNextWord() {
    while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
      index++;
    }
    return index < text.length();
  }

  private void word() {
    int begin = index;
    StringBuilder word = new StringBuilder();
    while (index < text.length() && !Character.isWhitespace(text.charAt(index))) {
      piece(word);
      if (endsOption(word)) {
        add(word.substring(0, word.length() - 1), begin, index - 1);
        expression();
        return;
      }
    }
    add(word.toString(), begin, index);
    if (expressions.contains(word.toString())) {
      expression();
    }
  }

  private boolean endsOption(StringBuilder word) {
    int last = word.length() - 1;
    return last > 0 && word.charAt(last) == '=' && expressions.contains(word.substring(0, last));
  }

  private void piece(StringBuilder word) {
    char first = text.charAt(index);
    int close = first == '"' || first == '\'' ? text.indexOf(first, index + 1) : -1;
    if (close < 0) {
      word.append(first);
      index++;
    } else {
      word.append(text, index + 1, close);
      index = close + 1;
    }
  }

  private void expression() {
    int before = index;
    if (!toNextWord() || (index > before && isOption(index - 1))) {
      return;
    }
    int begin = index;
    skipExpression();
    boolean quoted = "\"'".indexOf(text.charAt(begin)) >= 0 && closesAt(begin) == index;
    int inset = quoted ? 1 : 0;
    add(text.substring(begin + inset, index - inset), begin + inset, index - inset);
  }

  /// Where the quotation that begins here ends, one that spans several Java tokens included.
  private int closesAt(int begin) {
    int close = text.indexOf(text.charAt(begin), begin + 1);
    return close < 0 ? text.length() + 1 : close + 1;
  }

  private void skipExpression() {
    int depth = 0;
    int end = index;
    while (index < text.length() && !(depth == 0 && isOption(index))) {
      depth = Math.max(0, depth + JavaText.nesting(text.charAt(index)));
      boolean blank = Character.isWhitespace(text.charAt(index));
      index = JavaText.after(text, index);
      end = blank ? end : index;
    }
    index = end;
  }

  private boolean isOption(int from) {
    return OPTION.matcher(text).region(from, text.length()).lookingAt();
  }

  private void add(String word, int begin, int end) {
    arguments.add(new Argument(word, line.positionOf(begin), end - begin));
  }
}
