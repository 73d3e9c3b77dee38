package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.object;

import io.github.heddle.trace.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A deadlock as a layered view: boxes, arrows and the names of locks at places of their own.
final class DeadlockPanel {
  private static final int LINE = 0x808080;

  /// The colour of text that stands on the page: themes give that of axes and titles but not that
  /// of marks, which would be black on dark grounds, too.
  private static final String ON_THE_PAGE =
      "background && luminance(background) < 0.4 ? '#FFFFFF' : '#000000'";

  private DeadlockPanel() {}

  static Map<String, Object> of(WaitGraph graph) {
    Look look = Look.of(State.LOCKED);
    List<Map<String, Object>> layers = new ArrayList<>();
    layers.add(
        layer(
            graph.lines().stream()
                .map(each -> point(each.x(), each.y(), "x2", each.x2(), "y2", each.y2()))
                .toList(),
            object("type", "rule", "color", Look.css(LINE), "strokeWidth", 2),
            spanned(graph)));
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
            spanned(graph)));
    layers.add(heads(graph, true));
    layers.add(heads(graph, false));
    layers.add(
        layer(
            graph.boxes().stream()
                .map(each -> point(each.x() + 8, each.y() + each.height() / 2, "text", each.text()))
                .toList(),
            text(object("color", Look.css(look.ink()))),
            written(graph)));
    layers.add(
        layer(
            graph.labels().stream()
                .map(each -> point(each.x(), each.y(), "text", each.text()))
                .toList(),
            text(object("color", object("expr", ON_THE_PAGE))),
            written(graph)));
    return object("width", Scene.WIDTH, "height", graph.height(), "layer", layers);
  }

  private static Map<String, Object> heads(WaitGraph graph, boolean down) {
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
        placed(graph));
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

  private static Map<String, Object> placed(WaitGraph graph) {
    return object("x", at("x", Scene.WIDTH, false), "y", at("y", graph.height(), true));
  }

  private static Map<String, Object> spanned(WaitGraph graph) {
    Map<String, Object> encoding = placed(graph);
    encoding.put("x2", object("field", "x2"));
    encoding.put("y2", object("field", "y2"));
    return encoding;
  }

  private static Map<String, Object> written(WaitGraph graph) {
    Map<String, Object> encoding = placed(graph);
    encoding.put("text", object("field", "text", "type", "nominal"));
    return encoding;
  }

  private static Map<String, Object> at(String field, int length, boolean downwards) {
    return VegaLite.quantity(
        field,
        "",
        object("domain", List.of(0, length), "nice", false, "reverse", downwards),
        object("labels", false));
  }
}
