package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.object;

import io.github.heddle.picture.raster.Canvas;
import io.github.heddle.picture.raster.Png;
import io.github.heddle.plan.Turn;
import io.github.heddle.report.Report;
import io.github.heddle.report.Versus;
import io.github.heddle.trace.Trace;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The outputs that show a report under a cell.
public final class Pictures {
  /// The type under which JupyterLab and others draw the picture live.
  public static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

  private static final String PNG = "image/png";
  private static final String TEXT = "text/plain";

  private Pictures() {}

  /// The picture and the table of numbers, in the order in which they are to be shown. Where there
  /// is nothing to draw, or no part is asked for, the picture is the finding in words.
  public static List<Bundle> of(Report report, Set<Part> parts) {
    Scene scene = Scene.of(report, parts);
    String text = TextPicture.of(scene);
    return List.of(
        scene.empty() ? new Bundle(Map.of(TEXT, text), Map.of()) : drawn(scene, text),
        NumbersTable.of(report));
  }

  /// The picture of a comparison and the table of its numbers, in the order in which they are to be
  /// shown.
  ///
  /// @param lanes whether the picture is wanted, and not only words
  public static List<Bundle> of(Versus versus, boolean lanes) {
    Stack stack = Stack.of(versus);
    Bundle words = new Bundle(Map.of(TEXT, stack.text()), Map.of());
    Bundle picture = lanes && !stack.panels().isEmpty() ? drawn(stack) : words;
    return versus.reports().isEmpty()
        ? List.of(picture)
        : List.of(picture, ComparisonTable.of(versus));
  }

  private static Bundle drawn(Stack stack) {
    Canvas canvas = StackPainting.of(stack);
    return new Bundle(
        Map.of(VEGA_LITE, VegaLite.spec(stack), PNG, base64(Png.of(canvas)), TEXT, stack.picture()),
        Map.of(
            VEGA_LITE,
            object("embed_options", object("actions", false)),
            PNG,
            size(stack.text(), canvas)));
  }

  /// The lanes of a run under way: as PNG and text only, which take the place of each other without
  /// flickering.
  ///
  /// @param turn which run it is
  public static Bundle soFar(Turn turn, Trace trace) {
    Scene scene = Scene.soFar(turn, trace);
    Canvas canvas = Painting.of(scene);
    return new Bundle(
        Map.of(PNG, base64(Png.quick(canvas)), TEXT, TextPicture.of(scene)),
        Map.of(PNG, size(scene.finding().text(), canvas)));
  }

  private static Bundle drawn(Scene scene, String text) {
    Canvas canvas = Painting.of(scene);
    return new Bundle(
        Map.of(VEGA_LITE, VegaLite.spec(scene), PNG, base64(Png.of(canvas)), TEXT, text),
        Map.of(
            VEGA_LITE,
            object("embed_options", object("actions", false)),
            PNG,
            size(scene.finding().text(), canvas)));
  }

  private static String base64(byte[] file) {
    return Base64.getEncoder().encodeToString(file);
  }

  private static Map<String, Object> size(String text, Canvas canvas) {
    return object(
        "width", canvas.width() / Painting.SCALE,
        "height", canvas.height() / Painting.SCALE,
        "alt", text);
  }
}
