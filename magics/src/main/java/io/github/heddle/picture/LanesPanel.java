package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.calculate;
import static io.github.heddle.picture.VegaLite.object;

import io.github.heddle.trace.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        "transform", words(scene),
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
                    object("domain", object("expr", VegaLite.list(scene.lanes()))),
                    "axis",
                    object("labelExpr", SHORT_NAMES))),
        "layer", layers(scene, states));
  }

  private static List<Object> layers(Scene scene, List<State> states) {
    return scene.time().beginsEarlier()
        ? List.of(bars(scene, states), numbers(scene), submitted())
        : List.of(bars(scene, states), numbers(scene));
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

  /// Names, states and lines of the cell by number: each of them stands on many bars.
  private static Map<String, Object> data(Scene scene) {
    List<String> places = places(scene);
    Stream<String> lines = scene.bars().stream().map(bar -> line(bar, scene, places));
    String columns = "row,task,code,start,end,numbered,line" + (awaits(scene) ? ",awaited" : "");
    return VegaLite.table(Stream.concat(Stream.of(columns), lines).toList(), "start", "end");
  }

  private static boolean awaits(Scene scene) {
    return scene.bars().stream().anyMatch(bar -> bar.awaited().isPresent());
  }

  private static String line(Bar bar, Scene scene, List<String> places) {
    TimeAxis time = scene.time();
    return VegaLite.line(
        Integer.toString(bar.row()),
        bar.tasks().text(),
        Integer.toString(scene.code(bar.state())),
        time.exact(bar.startNanos()).toPlainString(),
        time.exact(bar.endNanos()).toPlainString(),
        bar.numbered() ? "1" : "",
        bar.place().map(places::indexOf).map(String::valueOf).orElse(""),
        sign(bar));
  }

  private static List<Object> words(Scene scene) {
    return List.of(
        VegaLite.word("lane", scene.lanes(), "row"),
        VegaLite.word("state", scene.labels(), "code"),
        VegaLite.word("place", places(scene), "line"));
  }

  private static List<String> places(Scene scene) {
    return scene.bars().stream().flatMap(bar -> bar.place().stream()).distinct().toList();
  }

  private static String sign(Bar bar) {
    return bar.awaited().map(Awaited::sign).orElse("");
  }

  /// What is shown of a bar on hover, beside what its data say.
  private static List<Object> hover(Scene scene) {
    List<Object> transforms = new ArrayList<>();
    if (hasItems(scene)) {
      transforms.add(items(scene));
      transforms.add(calculate("what", "datum.item ? datum.task + ': ' + datum.item : datum.task"));
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
    return "(%s && !test(/^task [0-9]+$/, datum.lane) ? '%s' : %s)"
        .formatted(
            is(State.READY, scene), Scene.FOR_A_CORE, awaits(scene) ? awaited() : "datum.state");
  }

  private static String awaited() {
    return Stream.of(Awaited.values())
        .map(what -> what.sign() + ": '" + what.label() + "'")
        .collect(Collectors.joining(", ", "({", "}[datum.awaited] || datum.state)"));
  }

  private static boolean hasItems(Scene scene) {
    return scene.bars().stream().anyMatch(bar -> bar.item().isPresent());
  }

  /// The elements once for each task and not for each bar, of which a task may have many.
  private static Map<String, Object> items(Scene scene) {
    Map<String, String> items = new LinkedHashMap<>();
    scene
        .bars()
        .forEach(bar ->
            bar.item()
                .ifPresent(item ->
                    items.put(bar.tasks().text(), VegaLite.line(bar.tasks().text(), item))));
    List<String> lines = new ArrayList<>(List.of("task,item"));
    lines.addAll(items.values());
    return object(
        "lookup", "task",
        "from",
            object(
                "data", VegaLite.table(lines),
                "key", "task",
                "fields", List.of("item")),
        "default", "");
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
                        object("field", hasItems(scene) ? "what" : "task", "title", "task"),
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
            .map(
                state -> object("test", is(state, scene), "value", Look.css(Look.of(state).edge())))
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
                    is(state, scene),
                    "value",
                    Look.of(state).thickness() * scene.laneHeight()))
            .toList();
    return object("condition", conditions, "value", scene.laneHeight());
  }

  private static String is(State state, Scene scene) {
    return "datum.code == " + scene.code(state);
  }

  private static Map<String, Object> numbers(Scene scene) {
    return object(
        "transform", List.of(object("filter", "datum.numbered")),
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
                "text", object("field", "task"),
                "color",
                    object(
                        "condition",
                            object("test", is(State.RUNNING, scene), "value", Look.css(Look.WHITE)),
                        "value", Look.css(Look.BLACK))));
  }
}
