package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.calculate;
import static io.github.heddle.picture.VegaLite.object;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The cores as a layered view: in each row the share of time that this run used, and on top of it
/// the share that the rest of the machine used.
final class CoresPanel {
  static final String OWN = "this run";
  static final String OTHER = "rest of the machine";

  /// Where what this run used cannot be told apart.
  static final String MACHINE = "machine: this run and all else";

  /// How high the row of a core is, in pixels of the page, and how much of it a busy core fills.
  static final int ROW = 18;

  static final double FULL = 0.85;

  private CoresPanel() {}

  static Map<String, Object> of(CoreRows cores, Scene scene) {
    return object(
        "width", Scene.WIDTH,
        "height", ROW * cores.names().size(),
        "data", data(cores, scene.time()),
        "transform",
            List.of(
                VegaLite.word("core", cores.names(), "row"),
                calculate("floor", "datum.row + 1"),
                calculate("middle", "datum.floor - " + FULL + " * datum.own"),
                calculate("top", "datum.middle - " + FULL + " * datum.other")),
        "layer", layers(cores, scene));
  }

  private static List<Map<String, Object>> layers(CoreRows cores, Scene scene) {
    Map<String, Object> floors = floors(cores, scene.time());
    Map<String, Object> other = use(cores, scene, cores.otherLabel(), "middle", "top");
    return cores.ownMeasured()
        ? List.of(floors, use(cores, scene, OWN, "floor", "middle"), other)
        : List.of(floors, other);
  }

  /// The line on which a core's bars stand: seen where the core was idle, left out where it was not
  /// looked at.
  private static Map<String, Object> floors(CoreRows cores, TimeAxis time) {
    List<Map<String, Object>> rows =
        IntStream.rangeClosed(1, cores.names().size())
            .mapToObj(row ->
                object(
                    "row", row,
                    "start", time.value(cores.fromNanos()),
                    "end", time.value(cores.toNanos())))
            .toList();
    return object(
        "data", object("values", rows),
        "mark", object("type", "rule", "color", Look.css(Look.OTHER), "opacity", 0.6),
        "encoding",
            object(
                "x", object("field", "start", "type", "quantitative"),
                "x2", object("field", "end"),
                "y", new RowAxis(cores.names()).y("row")));
  }

  private static Map<String, Object> use(
      CoreRows cores, Scene scene, String whose, String from, String to) {
    String unit = scene.time().unit().symbol;
    return object(
        "transform", List.of(calculate("whose", "'" + whose + "'")),
        "mark", VegaLite.adjoining(),
        "encoding",
            object(
                "x", VegaLite.x(scene, scene.memory().isEmpty()),
                "x2", object("field", "end"),
                "y", object("field", from, "type", "quantitative"),
                "y2", object("field", to),
                "color", colour(cores),
                "tooltip",
                    List.of(
                        object("field", "core", "title", "core"),
                        share("own", OWN),
                        share("other", cores.otherLabel()),
                        object("field", "start", "title", "from (" + unit + ")"),
                        object("field", "end", "title", "to (" + unit + ")"))));
  }

  private static Map<String, Object> share(String field, String title) {
    return object("field", field, "type", "quantitative", "format", ".0%", "title", title);
  }

  private static Map<String, Object> colour(CoreRows cores) {
    return object(
        "field",
        "whose",
        "type",
        "nominal",
        "title",
        "",
        "scale",
        object(
            "domain",
                cores.ownMeasured()
                    ? List.of(OWN, cores.otherLabel())
                    : List.of(cores.otherLabel()),
            "range",
                cores.ownMeasured()
                    ? List.of(Look.css(Look.OWN), Look.css(Look.OTHER))
                    : List.of(Look.css(Look.OTHER))));
  }

  private static Map<String, Object> data(CoreRows cores, TimeAxis time) {
    Stream<String> lines =
        cores.cells().stream()
            .map(cell ->
                VegaLite.line(
                    Integer.toString(cell.row()),
                    time.value(cell.startNanos()).toPlainString(),
                    time.value(cell.endNanos()).toPlainString(),
                    String.format(Locale.ROOT, "%.2f", cell.own()),
                    String.format(Locale.ROOT, "%.2f", cell.other())));
    return VegaLite.table(
        Stream.concat(Stream.of("row,start,end,own,other"), lines).toList(),
        "row",
        "start",
        "end",
        "own",
        "other");
  }
}
