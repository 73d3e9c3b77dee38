package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.calculate;
import static io.github.heddle.picture.VegaLite.object;

import io.github.heddle.trace.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The lanes as a layered view: bars coloured by state, task numbers on them.
final class LanesPanel {
  /// On a narrow page, names of lanes without what they say in brackets, which is told on hover.
  private static final String SHORT_NAMES =
      "width < " + Scene.WIDTH + " ? replace(datum.label, regexp(' \\\\(.*'), '') : datum.label";

  private LanesPanel() {}

  static Map<String, Object> of(Scene scene) {
    return of(scene, scene.states());
  }

  /// @param states those in the legend
  static Map<String, Object> of(Scene scene, List<State> states) {
    return object(
        "width", Scene.WIDTH,
        "height", object("step", scene.laneHeight()),
        "data", data(scene),
        "encoding",
            object(
                "y",
                object(
                    "field",
                    "lane",
                    "type",
                    "nominal",
                    "title",
                    "",
                    "scale",
                    object("domain", scene.lanes()),
                    "axis",
                    object("labelExpr", SHORT_NAMES))),
        "layer", layers(scene, states));
  }

  private static List<Object> layers(Scene scene, List<State> states) {
    return scene.time().beginsEarlier()
        ? List.of(bars(scene, states), numbers(), submitted())
        : List.of(bars(scene, states), numbers());
  }

  /// The moment at which the first task was submitted, where it is not the left edge.
  private static Map<String, Object> submitted() {
    return object(
        "data", object("values", List.of(object("start", 0))),
        "mark", object("type", "rule", "color", Look.css(Look.SUBMITTED)),
        "encoding",
            object(
                "x", object("field", "start", "type", "quantitative"),
                "y", object("value", 0),
                "y2", object("value", "height")));
  }

  private static Map<String, Object> data(Scene scene) {
    Stream<String> lines = scene.bars().stream().map(bar -> line(bar, scene));
    return VegaLite.table(
        Stream.concat(Stream.of("lane\ttask\tstate\tstart\tend\tnumber\tplace"), lines).toList(),
        object(
            "lane", "string",
            "task", "string",
            "state", "string",
            "start", "number",
            "end", "number",
            "number", "string",
            "place", "string"));
  }

  private static String line(Bar bar, Scene scene) {
    TimeAxis time = scene.time();
    String task = bar.tasks().text();
    return String.join(
        "\t",
        scene.lanes().get(bar.row()),
        task,
        scene.label(bar.state()),
        time.exact(bar.startNanos()).toPlainString(),
        time.exact(bar.endNanos()).toPlainString(),
        bar.numbered() ? task : "",
        bar.place().orElse(""));
  }

  /// What is shown of a bar on hover, beside what its data say.
  private static List<Object> hover(Scene scene) {
    List<Object> transforms = new ArrayList<>();
    if (scene.bars().stream().anyMatch(bar -> bar.item().isPresent())) {
      transforms.add(items(scene));
      transforms.add(calculate("what", "datum.item ? datum.task + ': ' + datum.item : datum.task"));
    } else {
      transforms.add(calculate("what", "datum.task"));
    }
    transforms.add(calculate("doing", doing(scene) + " + (datum.place ? ', ' + datum.place : '')"));
    transforms.add(calculate("duration", "round((datum.end - datum.start) * 1e6) / 1e6"));
    return transforms;
  }

  /// What a task waits for that could go on may be the loop or a carrier; these themselves, and
  /// threads beside them, wait for a core.
  private static String doing(Scene scene) {
    String ready = scene.label(State.READY);
    if (ready.equals(Scene.FOR_A_CORE) || !scene.states().contains(State.READY)) {
      return "datum.state";
    }
    return "(%s && !test(/^task [0-9]+$/, datum.lane) ? '%s' : datum.state)"
        .formatted(is(ready), Scene.FOR_A_CORE);
  }

  /// The elements once for each task and not for each bar, of which a task may have many.
  private static Map<String, Object> items(Scene scene) {
    Map<String, String> items = new LinkedHashMap<>();
    scene
        .bars()
        .forEach(bar ->
            bar.item()
                .ifPresent(item ->
                    items.put(bar.tasks().text(), bar.tasks().text() + "\t" + quoted(item))));
    List<String> lines = new ArrayList<>(List.of("task\titem"));
    lines.addAll(items.values());
    return object(
        "lookup", "task",
        "from",
            object(
                "data", VegaLite.table(lines, object("task", "string", "item", "string")),
                "key", "task",
                "fields", List.of("item")),
        "default", "");
  }

  /// As a field of a table that may hold quotation marks.
  private static String quoted(String text) {
    return text.contains("\"") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }

  private static Map<String, Object> bars(Scene scene, List<State> states) {
    String unit = scene.time().unit().symbol;
    return object(
        "transform", hover(scene),
        "mark", object("type", "bar", "cornerRadius", 1),
        "encoding",
            object(
                "x", VegaLite.x(scene, scene.lanesLast() && scene.flight().isEmpty()),
                "x2", object("field", "end"),
                "color", colour(states, scene),
                "size", thickness(scene),
                "stroke", edge(scene),
                "tooltip",
                    List.of(
                        object("field", "lane", "title", "lane"),
                        object("field", "what", "title", "task"),
                        object("field", "doing", "title", "state"),
                        object("field", "start", "title", "from (" + unit + ")"),
                        object("field", "end", "title", "to (" + unit + ")"),
                        object("field", "duration", "title", "for (" + unit + ")"))));
  }

  private static Map<String, Object> colour(List<State> states, Scene scene) {
    return object(
        "field", "state",
        "type", "nominal",
        "title", "",
        "scale",
            object(
                "domain", states.stream().map(scene::label).toList(),
                "range", states.stream().map(state -> Look.css(Look.of(state).rgb())).toList()));
  }

  private static Map<String, Object> edge(Scene scene) {
    List<Map<String, Object>> conditions =
        scene.states().stream()
            .filter(state -> Look.of(state).edge() != Look.of(state).rgb())
            .map(state ->
                object("test", is(scene.label(state)), "value", Look.css(Look.of(state).edge())))
            .toList();
    return conditions.isEmpty()
        ? object("value", "transparent")
        : object("condition", conditions, "value", "transparent");
  }

  /// By conditions and not by a scale, as a scale would have a legend of its own.
  private static Map<String, Object> thickness(Scene scene) {
    List<Map<String, Object>> conditions =
        scene.states().stream()
            .map(state ->
                object(
                    "test",
                    is(scene.label(state)),
                    "value",
                    Look.of(state).thickness() * scene.laneHeight()))
            .toList();
    return object("condition", conditions, "value", scene.laneHeight());
  }

  private static String is(String label) {
    return "datum.state == '" + label + "'";
  }

  private static Map<String, Object> numbers() {
    return object(
        "transform", List.of(object("filter", "datum.number")),
        "mark",
            object(
                "type", "text",
                "align", "left",
                "dx", 3,
                "fontSize", 9,
                "fontWeight", "bold"),
        "encoding",
            object(
                "x", object("field", "start", "type", "quantitative"),
                "text", object("field", "number"),
                "color",
                    object(
                        "condition",
                            object(
                                "test", is(State.RUNNING.label()), "value", Look.css(Look.WHITE)),
                        "value", Look.css(Look.BLACK))));
  }
}
