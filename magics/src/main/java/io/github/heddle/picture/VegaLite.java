package io.github.heddle.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A scene as a Vega-Lite 5 specification, with features of 5.6.1 only. It has no background, and
/// what stands beside the bars has the colour that text has on the page, so that the theme of the
/// page decides, also one that is chosen later.
final class VegaLite {
  static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

  /// The colour that text has on the page.
  static final String TEXT = "currentColor";

  private VegaLite() {}

  static Map<String, Object> spec(Scene scene) {
    List<Object> panels = new ArrayList<>();
    scene.deadlock().ifPresent(circle -> panels.add(DeadlockPanel.of(circle)));
    if (!scene.lanes().isEmpty()) {
      panels.add(LanesPanel.of(scene));
    }
    scene.flight().ifPresent(area -> panels.add(FlightPanel.of(area, scene)));
    scene.cores().ifPresent(cores -> panels.add(CoresPanel.of(cores, scene)));
    scene.memory().ifPresent(memory -> panels.add(MemoryPanel.of(memory, scene)));
    Heading heading = new Heading(scene.finding().headline(), scene.subtitles());
    return object(
        "$schema", SCHEMA,
        "description", scene.finding().text(),
        "params", Heading.params(),
        "title", heading.title(),
        "usermeta", Heading.usermeta(),
        "config", config(axis()),
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

  /// A transform that computes a field.
  static Map<String, Object> calculate(String as, String expression) {
    return object("calculate", expression, "as", as);
  }

  /// Texts as a list in an expression, a fraction of the size that a list has in a saved notebook.
  static String list(List<String> texts) {
    return texts.stream()
        .map(text -> text.replaceAll("[\\p{Cntrl}\u2028\u2029]", " "))
        .map(text -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /// A transform that takes a field from a list of texts by number, as a text that stands in many
  /// lines of data would be there each time.
  static Map<String, Object> word(String as, List<String> texts, String number) {
    return calculate(as, list(texts) + "[datum." + number + "]");
  }

  /// Inline data as one string of comma-separated lines, the first of which names the fields: a
  /// fraction of the size that objects have in a saved notebook.
  ///
  /// @param lines as [#line] makes them
  /// @param numbers the fields that are not texts
  static Map<String, Object> table(List<String> lines, String... numbers) {
    Map<String, Object> parse = object();
    Stream.of(numbers).forEach(field -> parse.put(field, "number"));
    return object(
        "values", String.join("\n", lines), "format", object("type", "csv", "parse", parse));
  }

  /// A line of inline data. Empty fields at its end are left out.
  static String line(String... fields) {
    return Stream.of(fields)
        .map(VegaLite::quoted)
        .collect(Collectors.joining(","))
        .replaceFirst(",+$", "");
  }

  private static String quoted(String text) {
    return text.contains(",") || text.contains("\"")
        ? "\"" + text.replace("\"", "\"\"") + "\""
        : text;
  }

  /// The time axis as the x channel; without title and labels where another panel below has them.
  static Map<String, Object> x(Scene scene, boolean labelled) {
    return quantity(
        "start",
        labelled ? title(scene.timeTitles()) : "",
        object("domain", domain(scene.time()), "nice", false),
        labelled ? object("tickCount", ticks(10)) : object("labels", false));
  }

  private static Object title(List<String> lines) {
    return lines.size() == 1 ? lines.getFirst() : lines;
  }

  /// Rectangles beside each other, each of which reaches a little under the next: else the ground
  /// is seen between them.
  static Map<String, Object> adjoining() {
    return object("type", "rect", "x2Offset", 0.5);
  }

  /// How many numbers stand along the x axis, so that they do not touch each other.
  static Map<String, Object> ticks(int most) {
    return object("expr", "clamp(floor(width / 60), 2, " + most + ")");
  }

  /// A field of numbers as a channel of place.
  ///
  /// @param title a text or several lines; may be empty
  static Map<String, Object> quantity(
      String field, Object title, Map<String, Object> scale, Map<String, Object> axis) {
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
        "params", Heading.params(),
        "title", heading.title(),
        "usermeta", Heading.usermeta(),
        "config", config(axis(), LanesPanel.symbols(stack.states())),
        "spacing", 12,
        "resolve", object("scale", object("color", "shared")),
        "vconcat", panels);
  }

  private static Map<String, Object> axis() {
    return object(
        "grid",
        false,
        "domain",
        false,
        "ticks",
        false,
        "labelFontSize",
        11,
        "labelLimit",
        object("expr", "width < " + Scene.WIDTH + " ? 145 : 240"),
        "labelPadding",
        5,
        "titleFontSize",
        11,
        "titleFontWeight",
        "normal");
  }

  /// How everything looks.
  ///
  /// @param axis how axes do
  static Map<String, Object> config(Map<String, Object> axis) {
    return config(axis, object("symbolType", "square"));
  }

  /// @param symbols what stands for colours in legends
  private static Map<String, Object> config(Map<String, Object> axis, Map<String, Object> symbols) {
    axis.putAll(
        object("labelColor", TEXT, "titleColor", TEXT, "domainColor", TEXT, "tickColor", TEXT));
    Map<String, Object> legend =
        object(
            "labelColor",
            TEXT,
            "titleColor",
            TEXT,
            "labelFontSize",
            11,
            "labelLimit",
            240,
            "orient",
            "bottom",
            "columns",
            Heading.legendColumns());
    legend.putAll(symbols);
    return object(
        "background",
        "transparent",
        "view",
        object("stroke", "transparent"),
        "title",
        object("color", TEXT, "subtitleColor", TEXT),
        "axis",
        axis,
        "legend",
        legend);
  }
}
