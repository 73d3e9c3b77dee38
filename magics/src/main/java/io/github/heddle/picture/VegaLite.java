package io.github.heddle.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A scene as a Vega-Lite 5 specification, with features of 5.6.1 only. It sets no background and
/// no colour of text beside the bars, so that the theme of the page decides.
final class VegaLite {
  static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";
  private static final int TITLE_CHARACTERS = 100;
  private static final int SUBTITLE_CHARACTERS = 116;

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
    return object(
        "$schema", SCHEMA,
        "description", scene.finding().text(),
        "title", title(scene),
        "config", config(),
        "spacing", 8,
        "resolve", object("scale", object("color", "independent")),
        "vconcat", panels);
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

  /// Inline data as one string of tab-separated lines: a fraction of the size that objects have in
  /// a saved notebook.
  static Map<String, Object> table(List<String> lines, Map<String, Object> parse) {
    return object(
        "values", String.join("\n", lines), "format", object("type", "tsv", "parse", parse));
  }

  /// The time axis as the x channel; without title and labels where another panel below has them.
  static Map<String, Object> x(Scene scene, boolean labelled) {
    Map<String, Object> x =
        object(
            "field",
            "start",
            "type",
            "quantitative",
            "scale",
            object("domain", domain(scene.time()), "nice", false),
            "title",
            labelled ? scene.timeTitle() : "");
    x.put("axis", labelled ? object("tickCount", 10) : object("labels", false));
    return x;
  }

  private static List<Object> domain(TimeAxis time) {
    return List.of(time.value(time.startNanos()), time.value(time.endNanos()));
  }

  /// Several scenes on one time axis, with one legend.
  static Map<String, Object> spec(Stack stack) {
    List<Object> panels = new ArrayList<>();
    for (Stack.Panel panel : stack.panels()) {
      Map<String, Object> view = LanesPanel.of(panel.scene(), stack.states());
      view.put(
          "title",
          object(
              "text",
              panel.title(),
              "anchor",
              "start",
              "frame",
              "group",
              "fontSize",
              12,
              "offset",
              4));
      panels.add(view);
    }
    return object(
        "$schema", SCHEMA,
        "description", stack.text(),
        "title", title(stack.headline(), stack.lines()),
        "config", config(),
        "spacing", 12,
        "resolve", object("scale", object("color", "shared")),
        "vconcat", panels);
  }

  private static Map<String, Object> title(Scene scene) {
    return title(scene.finding().headline(), scene.subtitles());
  }

  private static Map<String, Object> title(String headline, List<String> lines) {
    List<String> subtitles =
        lines.stream().flatMap(line -> Wrapping.lines(line, SUBTITLE_CHARACTERS).stream()).toList();
    return object(
        "text", Wrapping.lines(headline, TITLE_CHARACTERS),
        "subtitle", subtitles,
        "anchor", "start",
        "fontSize", 14,
        "subtitleFontSize", 12,
        "subtitlePadding", 4,
        "offset", 10);
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
                6));
  }
}
