package io.github.heddle.kernel.display;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;

/// A diagram in the Mermaid language: `Mermaid.of("graph LR; warp --> cloth")`. JupyterLab from 4.1
/// on draws it, and so do viewers that know it in Markdown, such as GitHub.
public record Mermaid(String source) implements DisplayDataRenderable {
  /// Shows this diagram.
  public static Mermaid of(String source) {
    return new Mermaid(source);
  }

  @Override
  public void render(RenderContext context) {
    DisplayData out = context.getOutputContainer();
    out.putMarkdown("```mermaid\n" + source + "\n```");
    out.putText(source);
  }
}
