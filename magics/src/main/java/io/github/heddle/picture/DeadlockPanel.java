package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.object;

import io.github.heddle.picture.WaitGraph.Shape;
import io.github.heddle.trace.Deadlock;
import io.github.heddle.trace.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A deadlock as a layered view: boxes, arrows and the names of locks at places of their own, which
/// are others where the picture is too narrow for them.
final class DeadlockPanel {
  private static final int LINE = 0x808080;

  /// Pictures narrower than this have the narrow shape.
  private static final int ROOM = 410;

  private DeadlockPanel() {}

  static Map<String, Object> of(Deadlock deadlock) {
    List<Map<String, Object>> layers = new ArrayList<>();
    WaitGraph wide = WaitGraph.of(deadlock, Shape.WIDE);
    WaitGraph narrow = WaitGraph.of(deadlock, Shape.NARROW);
    int height = Math.max(wide.height(), narrow.height());
    layers.addAll(layers(wide, height));
    layers.addAll(layers(narrow, height));
    return object("width", Scene.WIDTH, "height", height, "layer", layers);
  }

  private static List<Map<String, Object>> layers(WaitGraph graph, int height) {
    Look look = Look.of(State.LOCKED);
    List<Map<String, Object>> layers = new ArrayList<>();
    layers.add(
        layer(
            graph.lines().stream()
                .map(each -> point(each.x(), each.y(), "x2", each.x2(), "y2", each.y2()))
                .toList(),
            object("type", "rule", "color", Look.css(LINE), "strokeWidth", 2),
            spanned(height)));
    layers.add(
        layer(
            graph.boxes().stream()
                .map(each ->
                    point(
                        each.x(),
                        each.y(),
                        "x2",
                        each.x() + each.width(),
                        "y2",
                        each.y() + each.height()))
                .toList(),
            object("type", "rect", "color", Look.css(look.rgb()), "cornerRadius", 3),
            spanned(height)));
    layers.add(heads(graph, true, height));
    layers.add(heads(graph, false, height));
    layers.add(
        layer(
            graph.boxes().stream()
                .map(each -> point(each.x() + 8, each.y() + each.height() / 2, "text", each.text()))
                .toList(),
            text(object("color", Look.css(look.ink()))),
            written(height)));
    layers.add(
        layer(
            graph.labels().stream()
                .map(each -> point(each.x(), each.y(), "text", each.text()))
                .toList(),
            text(object("color", VegaLite.TEXT)),
            written(height)));
    String shown = graph.shape() == Shape.WIDE ? "width >= " + ROOM : "width < " + ROOM;
    layers.forEach(layer -> layer.put("transform", List.of(object("filter", shown))));
    return layers;
  }

  private static Map<String, Object> heads(WaitGraph graph, boolean down, int height) {
    return layer(
        graph.heads().stream()
            .filter(head -> head.down() == down)
            .map(head -> point(head.x() + (down ? 0 : 5), head.y() - (down ? 5 : 0)))
            .toList(),
        object(
            "type",
            "point",
            "filled",
            true,
            "opacity",
            1,
            "color",
            Look.css(LINE),
            "shape",
            down ? "triangle-down" : "triangle-left",
            "size",
            110),
        placed(height));
  }

  private static Map<String, Object> text(Map<String, Object> how) {
    Map<String, Object> mark =
        object("type", "text", "align", "left", "baseline", "middle", "fontSize", 12);
    mark.putAll(how);
    return mark;
  }

  private static Map<String, Object> layer(
      List<Map<String, Object>> values, Map<String, Object> mark, Map<String, Object> encoding) {
    return object("data", object("values", values), "mark", mark, "encoding", encoding);
  }

  private static Map<String, Object> point(int x, int y, Object... more) {
    Map<String, Object> point = object("x", x, "y", y);
    point.putAll(object(more));
    return point;
  }

  private static Map<String, Object> placed(int height) {
    return object(
        "x", at("x", object("domain", List.of(0, object("expr", "width")))),
        "y", at("y", object("domain", List.of(0, height), "reverse", true)));
  }

  private static Map<String, Object> spanned(int height) {
    Map<String, Object> encoding = placed(height);
    encoding.put("x2", object("field", "x2"));
    encoding.put("y2", object("field", "y2"));
    return encoding;
  }

  private static Map<String, Object> written(int height) {
    Map<String, Object> encoding = placed(height);
    encoding.put("text", object("field", "text", "type", "nominal"));
    return encoding;
  }

  /// In pixels of the page.
  private static Map<String, Object> at(String field, Map<String, Object> scale) {
    scale.put("nice", false);
    return VegaLite.quantity(field, "", scale, object("labels", false));
  }
}
