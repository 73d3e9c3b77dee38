package io.github.heddle.picture;

import static io.github.heddle.picture.VegaLite.object;

import io.github.heddle.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The outputs that show a report under a cell.
public final class Pictures {
  /// The type under which JupyterLab and others draw the picture live.
  public static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

  private Pictures() {}

  /// The picture and the table of numbers, in the order in which they are to be shown. Where there
  /// is nothing to draw, or no part is asked for, the picture is the finding in words.
  public static List<Bundle> of(Report report, Set<Part> parts) {
    Scene scene = Scene.of(report, parts);
    return List.of(picture(scene, TextPicture.of(scene, report)), NumbersTable.of(report));
  }

  private static Bundle picture(Scene scene, String text) {
    if (scene.empty()) {
      return new Bundle(Map.of("text/plain", text), Map.of());
    }
    return new Bundle(
        Map.of(VEGA_LITE, VegaLite.spec(scene), "text/plain", text),
        Map.of(VEGA_LITE, object("embed_options", object("actions", false))));
  }
}
