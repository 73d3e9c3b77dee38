package io.github.heddle.jupyter;

import io.github.heddle.Comparison;
import io.github.heddle.picture.Pictures;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;

/// How a comparison shows itself where it is the value of a cell.
final class ComparisonView {
  private ComparisonView() {}

  static void render(Comparison<?> comparison, RenderContext context) {
    RunView.render(Pictures.of(comparison.report(), true), context);
  }
}
