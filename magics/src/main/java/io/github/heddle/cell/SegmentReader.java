package io.github.heddle.cell;

import java.util.ArrayList;
import java.util.List;

/// Cuts a cell without cell magic into Java and line magics. A percent sign begins a magic only
/// where a statement could begin: `int p = 7\n%5;` is Java. Used once.
final class SegmentReader {
  private static final char STATEMENT_ENDED = ';';

  private final Fragment whole;
  private final String text;
  private final List<Segment> segments = new ArrayList<>();
  private int javaBegin;
  private int depth;
  private char before = STATEMENT_ENDED;

  SegmentReader(Fragment whole) {
    this.whole = whole;
    this.text = whole.text();
  }

  List<Segment> read() throws CellException {
    int index = 0;
    while (index < text.length()) {
      index = isMagic(index) ? magic(index) : java(index);
    }
    endJava(text.length());
    return segments;
  }

  private boolean isMagic(int index) {
    return text.charAt(index) == '%'
        && depth == 0
        && (before == STATEMENT_ENDED || before == '}')
        && text.substring(lineStart(index), index).isBlank()
        && isName(index + (text.startsWith("%%", index) ? 2 : 1));
  }

  private boolean isName(int index) {
    return index < text.length() && Character.isJavaIdentifierStart(text.charAt(index));
  }

  private int lineStart(int index) {
    return text.lastIndexOf('\n', index) + 1;
  }

  private int magic(int index) throws CellException {
    endJava(lineStart(index));
    MagicLine line = MagicLine.in(whole, index);
    if (text.startsWith("%%", index)) {
      throw new CellException("MagicError", List.of(misplaced(line)));
    }
    segments.add(new Segment.LineMagic(line));
    before = STATEMENT_ENDED;
    int end = text.indexOf('\n', index);
    javaBegin = end < 0 ? text.length() : end + 1;
    return javaBegin;
  }

  private static Problem misplaced(MagicLine line) {
    return Problem.at(
            line.at(),
            line.name().length() + 2,
            "%%" + line.name() + " must be the first line of its cell")
        .withHint("move what stands above it into a cell of its own");
  }

  private int java(int index) {
    char character = text.charAt(index);
    if (!Character.isWhitespace(character) && !JavaText.isComment(text, index)) {
      before = character;
      depth = Math.max(0, depth + JavaText.nesting(character));
    }
    return JavaText.after(text, index);
  }

  private void endJava(int end) {
    Fragment java = whole.part(javaBegin, end);
    if (!java.text().isBlank()) {
      segments.add(new Segment.Java(java));
    }
  }
}
