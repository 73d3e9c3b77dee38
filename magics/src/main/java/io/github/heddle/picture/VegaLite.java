package io.github.heddle.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A scene as a Vega-Lite 5 specification, with features of 5.6.1 only. It sets no background and
/// no colour of text beside the bars, so that the theme of the page decides.
final class VegaLite {
  static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

  private VegaLite() {}

  static Map<String, Object> spec(Scene scene) {
    List<Object> panels = new ArrayList<>();
    scene.deadlock().ifPresent(graph -> panels.add(DeadlockPanel.of(graph)));
    if (!scene.lanes().isEmpty()) {
      panels.add(LanesPanel.of(scene));
    }
    scene.flight().ifPresent(area -> panels.add(FlightPanel.of(area, scene)));
    scene.cores().ifPresent(cores -> panels.add(CoresPanel.of(cores, scene)));
    scene.memory().ifPresent(memory -> panels.add(MemoryPanel.of(memory, scene)));
    Heading heading = heading(scene);
    return object(
        "$schema", SCHEMA,
        "description", scene.finding().text(),
        "params", heading.params(),
        "title", heading.title(),
        "usermeta", heading.usermeta(),
        "config", config(),
        "spacing", 8,
        "resolve", object("scale", object("color", "independent")),
        "vconcat", panels);
  }

  /// Boxes and texts of a deadlock stand at places of their own, which cannot move together.
  private static Heading heading(Scene scene) {
    Heading heading = new Heading(scene.finding().headline(), scene.subtitles());
    return scene.deadlock().isEmpty() ? heading : heading.withNarrowest(Scene.WIDTH);
  }

  /// An object of a specification; its members stay in order and are never null, which some writers
  /// of JSON leave out.
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  /// A transform that computes a field.
  static Map<String, Object> calculate(String as, String expression) {
    return object("calculate", expression, "as", as);
  }

  /// Inline data as one string of tab-separated lines: a fraction of the size that objects have in
  /// a saved notebook.
  static Map<String, Object> table(List<String> lines, Map<String, Object> parse) {
    return object(
        "values", String.join("\n", lines), "format", object("type", "tsv", "parse", parse));
  }

  /// The time axis as the x channel; without title and labels where another panel below has them.
  static Map<String, Object> x(Scene scene, boolean labelled) {
    return quantity(
        "start",
        labelled ? scene.timeTitle() : "",
        object("domain", domain(scene.time()), "nice", false),
        labelled ? object("tickCount", 10) : object("labels", false));
  }

  /// A field of numbers as a channel of place.
  ///
  /// @param title may be empty
  static Map<String, Object> quantity(
      String field, String title, Map<String, Object> scale, Map<String, Object> axis) {
    return object(
        "field", field, "type", "quantitative", "title", title, "scale", scale, "axis", axis);
  }

  /// What stands above one of several views.
  static Map<String, Object> panelTitle(String text) {
    return object("text", text, "anchor", "start", "fontSize", 12, "offset", 4);
  }

  private static List<Object> domain(TimeAxis time) {
    return List.of(time.value(time.startNanos()), time.value(time.endNanos()));
  }

  /// Several scenes on one time axis, with one legend.
  static Map<String, Object> spec(Stack stack) {
    List<Object> panels = new ArrayList<>();
    for (Stack.Panel panel : stack.panels()) {
      Map<String, Object> view = LanesPanel.of(panel.scene(), stack.states());
      Map<String, Object> title = panelTitle(panel.title());
      title.put("frame", "group");
      view.put("title", title);
      panels.add(view);
    }
    Heading heading = new Heading(stack.headline(), stack.lines());
    return object(
        "$schema", SCHEMA,
        "description", stack.text(),
        "params", heading.params(),
        "title", heading.title(),
        "usermeta", heading.usermeta(),
        "config", config(),
        "spacing", 12,
        "resolve", object("scale", object("color", "shared")),
        "vconcat", panels);
  }

  private static Map<String, Object> config() {
    return object(
        "view", object("stroke", "transparent"),
        "axis",
            object(
                "grid",
                false,
                "domain",
                false,
                "ticks",
                false,
                "labelFontSize",
                11,
                "labelLimit",
                160,
                "labelPadding",
                5,
                "titleFontSize",
                11,
                "titleFontWeight",
                "normal"),
        "legend",
            object(
                "labelFontSize",
                11,
                "labelLimit",
                240,
                "orient",
                "bottom",
                "symbolType",
                "square",
                "columns",
                Heading.legendColumns()));
  }
}
