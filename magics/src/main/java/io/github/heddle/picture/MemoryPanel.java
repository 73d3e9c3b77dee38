package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.calculate;
import static io.github.heddle.picture.VegaLite.object;

import io.github.heddle.picture.MemoryRows.Cell;
import io.github.heddle.report.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The memory of processes as a layered view: in each row what objects on the heap took, on top of
/// it the rest of the resident set, and a line at what the last garbage collection had left.
final class MemoryPanel {
  static final String HEAP = "objects on the heap";
  static final String REST = "rest of the resident set";
  static final String LEFT = "left by the last collection";

  /// How much of its row the largest of all fills.
  static final double FULL = 0.85;

  /// How thick the line of what was left is, in pixels of the page.
  static final int LINE = 2;

  private MemoryPanel() {}

  static Map<String, Object> of(MemoryRows memory, Scene scene) {
    return object(
        "width", Scene.WIDTH,
        "height", memory.rowHeight() * memory.names().size(),
        "data", data(memory, scene.time()),
        "transform",
            List.of(
                calculate("floor", "datum.row + 1"),
                calculate("middle", "datum.floor - " + FULL + " * datum.heap"),
                calculate("top", "datum.floor - " + FULL + " * datum.all"),
                calculate("level", "datum.floor - " + FULL + " * datum.left")),
        "layer",
            List.of(
                area(memory, scene, HEAP, "floor", "middle"),
                area(memory, scene, REST, "middle", "top"),
                left(memory, scene)));
  }

  private static Map<String, Object> area(
      MemoryRows memory, Scene scene, String what, String from, String to) {
    Map<String, Object> encoding = encoding(memory, scene, from);
    encoding.put("y2", object("field", to));
    return object(
        "transform", List.of(calculate("what", "'" + what + "'")),
        "mark", VegaLite.adjoining(),
        "encoding", encoding);
  }

  private static Map<String, Object> left(MemoryRows memory, Scene scene) {
    return object(
        "transform",
            List.of(object("filter", "isValid(datum.left)"), calculate("what", "'" + LEFT + "'")),
        "mark", object("type", "rule", "strokeWidth", LINE),
        "encoding", encoding(memory, scene, "level"));
  }

  private static Map<String, Object> encoding(MemoryRows memory, Scene scene, String y) {
    String unit = scene.time().unit().symbol;
    return object(
        "x", VegaLite.x(scene, true),
        "x2", object("field", "end"),
        "y", new RowAxis(memory.names()).inLines(y, ", "),
        "color", colour(),
        "tooltip",
            List.of(
                object("field", "process", "title", "process"),
                object("field", "resident", "title", "resident set"),
                object("field", "objects", "title", HEAP),
                object("field", "kept", "title", LEFT),
                object("field", "start", "title", "from (" + unit + ")"),
                object("field", "end", "title", "to (" + unit + ")")));
  }

  private static Map<String, Object> colour() {
    return object(
        "field",
        "what",
        "type",
        "nominal",
        "title",
        "",
        "scale",
        object(
            "domain", List.of(HEAP, REST, LEFT),
            "range", List.of(Look.css(Look.OWN), Look.css(Look.OTHER), Look.css(Look.KEPT))));
  }

  private static Map<String, Object> data(MemoryRows memory, TimeAxis time) {
    Stream<String> lines = memory.cells().stream().map(cell -> line(cell, memory, time));
    return VegaLite.table(
        Stream.concat(Stream.of("process,row,start,end,heap,all,left,objects,resident,kept"), lines)
            .toList(),
        "row",
        "start",
        "end",
        "heap",
        "all",
        "left");
  }

  private static String line(Cell cell, MemoryRows memory, TimeAxis time) {
    return VegaLite.line(
        memory.processes().get(cell.row()),
        Integer.toString(cell.row()),
        time.value(cell.startNanos()).toPlainString(),
        time.value(cell.endNanos()).toPlainString(),
        share(memory, cell.heapBytes()),
        share(memory, cell.bytes()),
        cell.leftBytes().stream().mapToObj(left -> share(memory, left)).findFirst().orElse(""),
        Figures.bytes(cell.most().heapBytes()),
        text(cell.most().residentBytes()),
        text(cell.most().afterCollectionBytes()));
  }

  private static String text(OptionalLong bytes) {
    return bytes.stream().mapToObj(Figures::bytes).findFirst().orElse("not known");
  }

  private static String share(MemoryRows memory, long bytes) {
    return String.format(Locale.ROOT, "%.3f", memory.share(bytes));
  }
}
