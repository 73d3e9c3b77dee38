package io.github.heddle.cell;

/// A place in the text of a cell: line and column, both counted from 1; columns count UTF-16 units.
public record Position(int line, int column) implements Comparable<Position> {
  /// Where a cell begins.
  public static final Position START = new Position(1, 1);

  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("no such position: " + line + ":" + column);
    }
  }

  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
