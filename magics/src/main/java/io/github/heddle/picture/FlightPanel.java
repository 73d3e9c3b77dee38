package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.object;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The tasks in flight as a view: an area for each state, one on top of the other.
final class FlightPanel {
  /// How high it is, in pixels of the page.
  static final int HEIGHT = 100;

  static final String TITLE = "tasks";

  private FlightPanel() {}

  static Map<String, Object> of(FlightArea area, Scene scene) {
    String unit = scene.time().unit().symbol;
    return object(
        "width", Scene.WIDTH,
        "height", HEIGHT,
        "data", data(area, scene),
        "transform", List.of(VegaLite.word("state", labels(scene), "code")),
        "mark", VegaLite.adjoining(),
        "encoding",
            object(
                "x", VegaLite.x(scene, scene.lanesLast()),
                "x2", object("field", "end"),
                "y", y(area),
                "y2", object("field", "above"),
                "color", colour(scene),
                "tooltip",
                    List.of(
                        object("field", "state", "title", "state"),
                        object("field", "tasks", "title", "tasks, on average"),
                        object("field", "start", "title", "from (" + unit + ")"),
                        object("field", "end", "title", "to (" + unit + ")"))));
  }

  /// What the states are called of tasks, which wait for their turn.
  private static List<String> labels(Scene scene) {
    Words ofTasks = scene.words().with(Stream.of(Optional.of(Awaited.TURN)));
    return scene.states().stream().map(ofTasks::label).toList();
  }

  /// By conditions and not by a scale: the legend of the lanes is this one's, too.
  private static Map<String, Object> colour(Scene scene) {
    List<Map<String, Object>> conditions =
        scene.states().stream()
            .map(state ->
                object(
                    "test",
                    "datum.code == " + scene.code(state),
                    "value",
                    Look.css(Look.of(state).rgb())))
            .toList();
    return object("condition", conditions, "value", Look.css(Look.OTHER));
  }

  private static Map<String, Object> y(FlightArea area) {
    return VegaLite.quantity(
        "below",
        TITLE,
        object("domain", List.of(0, area.most()), "nice", false),
        object("tickCount", 3));
  }

  private static Map<String, Object> data(FlightArea area, Scene scene) {
    Stream<String> lines = area.cells().stream().map(cell -> line(cell, scene));
    return VegaLite.table(
        Stream.concat(Stream.of("code,start,end,below,above,tasks"), lines).toList(),
        "start",
        "end",
        "below",
        "above",
        "tasks");
  }

  private static String line(FlightArea.Cell cell, Scene scene) {
    TimeAxis time = scene.time();
    return VegaLite.line(
        Integer.toString(scene.code(cell.state())),
        time.value(cell.startNanos()).toPlainString(),
        time.value(cell.endNanos()).toPlainString(),
        number(cell.from()),
        number(cell.to()),
        number(cell.tasks()));
  }

  private static String number(double tasks) {
    return String.format(Locale.ROOT, tasks < 100 ? "%.2f" : "%.0f", tasks);
  }
}
