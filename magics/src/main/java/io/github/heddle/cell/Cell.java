package io.github.heddle.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a cell and its number, which is the execution count shown beside it.
public record Cell(int number, String text) {
  private static final Pattern CELL_MAGIC = Pattern.compile("\\s*(?<magic>%%[^\\n]*)");

  /// Whether the cell is one magic with a body, or Java with line magics between.
  ///
  /// @throws CellException where a cell magic has no name or does not stand on top
  public CellSyntax parse() throws CellException {
    Fragment whole = new Fragment(text, Position.START);
    Matcher top = CELL_MAGIC.matcher(text);
    if (!top.lookingAt()) {
      return new CellSyntax.Statements(new SegmentReader(whole).read());
    }
    MagicLine line = MagicLine.in(whole, top.start("magic"));
    String body = text.substring(Math.min(top.end() + 1, text.length()));
    Position under = new Position(line.at().line() + 1, 1);
    return new CellSyntax.CellMagic(line, new Fragment(body, under));
  }
}
