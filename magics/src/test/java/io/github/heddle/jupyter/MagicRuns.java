package io.github.heddle.jupyter;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.CellSyntax.CellMagic;
import io.github.heddle.host.FakeHost;
import io.github.heddle.picture.Bundle;
import io.github.heddle.plan.ModelProfile;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Runs cells under a magic, with tasks of the test in place of a compiled body.
final class MagicRuns {
  private MagicRuns() {}

  static String text(Bundle bundle) {
    return (String) Objects.requireNonNull(bundle.data().get("text/plain"));
  }

  static Work<Object, Object> numbered(TaskBody<Object, Object> body) {
    return new Work<>(Optional.empty(), body);
  }

  static <T> Work<T, Object> over(List<T> elements, Object result) {
    return new Work<>(Optional.of(elements), (_, _) -> result);
  }

  static FakeHost run(String text, Work<?, ?> work) throws Exception {
    FakeHost host = new FakeHost(text, work);
    eval(host);
    return host;
  }

  static void eval(FakeHost host) throws CellException, InterruptedException {
    CellMagic cell = (CellMagic) host.cell().parse();
    ModelProfile model =
        cell.line().name().equals("threads") ? ModelProfile.THREADS : ModelProfile.SEQUENTIAL;
    new ModelMagic(model, cell, host).eval();
  }
}
