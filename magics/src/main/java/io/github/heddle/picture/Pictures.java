package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.object;

import io.github.heddle.picture.raster.Canvas;
import io.github.heddle.picture.raster.Png;
import io.github.heddle.report.Report;
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

  private static Bundle drawn(Scene scene, String text) {
    Canvas canvas = Painting.of(scene);
    String png = Base64.getEncoder().encodeToString(Png.of(canvas));
    return new Bundle(
        Map.of(VEGA_LITE, VegaLite.spec(scene), PNG, png, TEXT, text),
        Map.of(
            VEGA_LITE, object("embed_options", object("actions", false)),
            PNG,
                object(
                    "width", canvas.width() / Painting.SCALE,
                    "height", canvas.height() / Painting.SCALE,
                    "alt", scene.finding().text())));
  }
}
