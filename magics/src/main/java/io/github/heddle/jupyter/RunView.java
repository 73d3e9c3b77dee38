package io.github.heddle.jupyter;

import static java.util.stream.Collectors.joining;

import io.github.heddle.Run;
import io.github.heddle.picture.Bundle;
import io.github.heddle.picture.Part;
import io.github.heddle.picture.Pictures;
import java.util.List;
import java.util.Objects;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.RenderContext;

/// How a run shows itself where it is the value of a cell: the picture, and all of its texts.
final class RunView {
  private RunView() {}

  static void render(Run<?> run, RenderContext context) {
    render(Pictures.of(run.report(), Part.usual()), context);
  }

  /// The first of the bundles, with the texts of all.
  static void render(List<Bundle> bundles, RenderContext context) {
    DisplayData out = context.getOutputContainer();
    bundles.getFirst().data().forEach(out::putData);
    bundles.getFirst().metadata().forEach(out::putMetaData);
    out.putText(
        bundles.stream()
            .map(bundle -> bundle.data().get("text/plain"))
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(joining("\n\n")));
  }
}
