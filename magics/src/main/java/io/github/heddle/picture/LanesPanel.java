package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.calculate;
import static io.github.heddle.picture.VegaLite.object;

import io.github.heddle.trace.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lanes as a layered view: bars coloured by state, task numbers on them.
final class LanesPanel {
  /// How high a piece of a bar in the legend is that fills a lane, in pixels of the page.
  static final int SYMBOL = 14;

  private static final String NO_EDGE = "transparent";

  /// On a narrow page, names of lanes without what they say in brackets, which is told on hover.
  private static final String SHORT_NAMES =
      "width < " + Scene.WIDTH + " ? replace(datum.label, regexp(' \\\\(.*'), '') : datum.label";

  private LanesPanel() {}

  static Map<String, Object> of(Scene scene) {
    Map<String, Object> colour = colour(scene.states(), scene);
    colour.put("legend", symbols(scene.states()));
    return view(scene, colour);
  }

  /// One of several, whose legend is that of the whole specification.
  ///
  /// @param states those in the legend
  static Map<String, Object> of(Scene scene, List<State> states) {
    return view(scene, colour(states, scene));
  }

  private static Map<String, Object> view(Scene scene, Map<String, Object> colour) {
    Map<String, Integer> places = places(scene);
    return object(
        "width", Scene.WIDTH,
        "height", object("step", scene.laneHeight()),
        "data", data(scene, places),
        "transform", words(scene, places),
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
        "layer", layers(scene, colour));
  }

  private static List<Object> layers(Scene scene, Map<String, Object> colour) {
    return scene.time().beginsEarlier()
        ? List.of(bars(scene, colour), numbers(scene), submitted())
        : List.of(bars(scene, colour), numbers(scene));
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
  private static Map<String, Object> data(Scene scene, Map<String, Integer> places) {
    Stream<String> lines = scene.bars().stream().map(bar -> line(bar, scene, places));
    String columns = "row,task,code,start,end,numbered,line" + (awaits(scene) ? ",awaited" : "");
    return VegaLite.table(Stream.concat(Stream.of(columns), lines).toList(), "start", "end");
  }

  private static boolean awaits(Scene scene) {
    return scene.bars().stream().anyMatch(bar -> bar.awaited().isPresent());
  }

  private static String line(Bar bar, Scene scene, Map<String, Integer> places) {
    TimeAxis time = scene.time();
    return VegaLite.line(
        Integer.toString(bar.row()),
        bar.tasks().text(),
        Integer.toString(scene.code(bar.state())),
        time.exact(bar.startNanos()).toPlainString(),
        time.exact(bar.endNanos()).toPlainString(),
        bar.numbered() ? "1" : "",
        bar.place().map(places::get).map(String::valueOf).orElse(""),
        sign(bar));
  }

  private static List<Object> words(Scene scene, Map<String, Integer> places) {
    return List.of(
        VegaLite.word("lane", scene.lanes(), "row"),
        VegaLite.word("state", scene.labels(), "code"),
        VegaLite.word("place", List.copyOf(places.keySet()), "line"));
  }

  /// The lines of the cell with their numbers, in order.
  private static Map<String, Integer> places(Scene scene) {
    Map<String, Integer> places = new LinkedHashMap<>();
    scene.bars().stream()
        .flatMap(bar -> bar.place().stream())
        .forEach(place -> places.putIfAbsent(place, places.size()));
    return places;
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

  /// What the state of a bar is called. Those who could go on do not wait for the same everywhere:
  /// a bar has a sign of its own, or that of its row.
  private static String doing(Scene scene) {
    List<Awaited> known =
        scene.waits(scene.bars()).flatMap(Optional::stream).distinct().sorted().toList();
    String state = scene.label(State.READY);
    if (known.stream().map(scene.words()::label).allMatch(state::equals)) {
      return "datum.state";
    }
    String labels =
        known.stream()
            .map(what -> what.sign() + ":'" + scene.words().label(what) + "'")
            .collect(Collectors.joining(","));
    String ofRow = "'" + signs(scene) + "'[datum.row]";
    return "(%s && {%s}[%s] || datum.state)"
        .formatted(
            is(State.READY, scene), labels, awaits(scene) ? "datum.awaited || " + ofRow : ofRow);
  }

  /// The signs of all rows, one letter each.
  private static String signs(Scene scene) {
    return scene.rows().stream()
        .map(row -> row.awaited().map(Awaited::sign).orElse("-"))
        .collect(Collectors.joining());
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

  private static Map<String, Object> bars(Scene scene, Map<String, Object> colour) {
    String unit = scene.time().unit().symbol;
    return object(
        "transform", hover(scene),
        "mark", object("type", "bar", "cornerRadius", 1),
        "encoding",
            object(
                "x", VegaLite.x(scene, scene.lanesLast() && scene.flight().isEmpty()),
                "x2", object("field", "end"),
                "color", colour,
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

  /// What stands for states in a legend: pieces of bars, as thick as these in comparison and with
  /// their edges, as colours alone do not tell them apart in grey.
  static Map<String, Object> symbols(List<State> states) {
    List<Look> looks = states.stream().map(Look::of).toList();
    String halves = numbers(looks.stream().map(Look::thickness));
    Map<String, Object> symbols =
        object(
            "symbolSize",
            SYMBOL * SYMBOL,
            "symbolType",
            object("expr", "replace('M-1-hH1VhH-1Z',/h/g," + halves + "[datum.index])"));
    if (looks.stream().anyMatch(Look::edged)) {
      List<String> edges =
          looks.stream().map(look -> look.edged() ? Look.css(look.edge()) : NO_EDGE).toList();
      symbols.put("symbolStrokeColor", object("expr", VegaLite.list(edges) + "[datum.index]"));
    }
    return symbols;
  }

  private static Map<String, Object> edge(Scene scene) {
    List<Map<String, Object>> conditions =
        scene.states().stream()
            .filter(state -> Look.of(state).edged())
            .map(
                state -> object("test", is(state, scene), "value", Look.css(Look.of(state).edge())))
            .toList();
    return conditions.isEmpty()
        ? object("value", NO_EDGE)
        : object("condition", conditions, "value", NO_EDGE);
  }

  /// By the number of the state and not by a scale, as a scale would have a legend of its own.
  private static Map<String, Object> thickness(Scene scene) {
    Stream<Double> thick =
        scene.states().stream().map(state -> Look.of(state).thickness() * scene.laneHeight());
    return object("value", object("expr", numbers(thick) + "[datum.code]"));
  }

  private static String numbers(Stream<Double> numbers) {
    return numbers.map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
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
