package io.github.heddle.kernel.magic;

import io.github.heddle.cell.Argument;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.CellSyntax;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.MagicLine;
import io.github.heddle.cell.Position;
import io.github.heddle.cell.Segment;
import io.github.heddle.host.Host;
import java.util.List;
import java.util.stream.Stream;

/// Where the words that a magic was given stand in its cell: words have lost their quotes, and code
/// needs its place.
final class LineInCell {
  private LineInCell() {}

  /// The line of a line magic.
  static MagicLine of(Host host, String name, List<String> words) throws CellException {
    if (!(host.cell().parse() instanceof CellSyntax.Statements(List<Segment> segments))) {
      throw new IllegalStateException("a line magic in a cell magic's cell");
    }
    return segments.stream()
        .flatMap(segment -> segment instanceof Segment.LineMagic(var l) ? Stream.of(l) : null)
        .filter(line -> line.name().equals(name) && words(line).equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no such line in the cell: " + words));
  }

  /// The line of a cell magic; its name alone, where it was not written but called.
  static Fragment restAboveBody(Host host) throws CellException {
    return host.cell().parse() instanceof CellSyntax.CellMagic(var line, var body)
        ? line.rest()
        : new Fragment("", Position.START);
  }

  /// The body of a cell magic.
  static Fragment body(Host host, String text) throws CellException {
    return host.cell().parse() instanceof CellSyntax.CellMagic(var line, var body)
        ? body
        : new Fragment(text, Position.START);
  }

  private static List<String> words(MagicLine line) {
    return line.arguments().stream().map(Argument::text).toList();
  }
}
