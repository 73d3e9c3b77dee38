package io.github.heddle.kernel.display;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;

/// Text that is shown as Markdown: `Markdown.of("**warp** and *weft*")`.
public record Markdown(String source) implements DisplayDataRenderable {
  /// Shows this source.
  public static Markdown of(String source) {
    return new Markdown(source);
  }

  @Override
  public void render(RenderContext context) {
    DisplayData out = context.getOutputContainer();
    out.putMarkdown(source);
    out.putText(source);
  }
}
