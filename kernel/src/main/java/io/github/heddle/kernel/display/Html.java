package io.github.heddle.kernel.display;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;

/// Text that is shown as HTML: `Html.of("<b>warp</b>")`. Scripts in it run in trusted notebooks
/// only.
public record Html(String source) implements DisplayDataRenderable {
  /// Shows this source.
  public static Html of(String source) {
    return new Html(source);
  }

  @Override
  public void render(RenderContext context) {
    DisplayData out = context.getOutputContainer();
    out.putHTML(source);
    out.putText(source);
  }
}
