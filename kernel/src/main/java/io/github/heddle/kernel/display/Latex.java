package io.github.heddle.kernel.display;

import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.DisplayDataRenderable;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;

/// A formula in LaTeX: `Latex.of("S = \\frac{1}{1 - p}")`. One without dollar signs or an
/// environment of its own stands on a line of its own.
public record Latex(String source) implements DisplayDataRenderable {
  /// Shows this formula.
  public static Latex of(String source) {
    return new Latex(source);
  }

  @Override
  public void render(RenderContext context) {
    DisplayData out = context.getOutputContainer();
    boolean delimited = source.contains("$") || source.contains("\\begin{");
    out.putLatex(delimited ? source : "$$" + source + "$$");
    out.putText(source);
  }
}
