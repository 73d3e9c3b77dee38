package io.github.heddle.jupyter;

import io.github.heddle.Run;
import io.github.heddle.Runner;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.CellSyntax.CellMagic;
import io.github.heddle.cell.MagicLine;
import io.github.heddle.cell.Problem;
import io.github.heddle.host.BodySource;
import io.github.heddle.host.CompiledBody;
import io.github.heddle.host.Host;
import io.github.heddle.model.Watch;
import io.github.heddle.option.Asked;
import io.github.heddle.option.Options;
import io.github.heddle.picture.Bundle;
import io.github.heddle.picture.Pictures;
import io.github.heddle.plan.ModelProfile;
import io.github.heddle.plan.Plan;
import java.util.List;
import java.util.Map;

/// One cell under the magic of a model, from its first line to the outputs. Used once, on the
/// thread that runs the cell.
final class ModelMagic {
  private final ModelProfile model;
  private final CellMagic cell;
  private final Host host;

  ModelMagic(ModelProfile model, CellMagic cell, Host host) {
    this.model = model;
    this.cell = cell;
    this.host = host;
  }

  private record Compiled(Options options, CompiledBody body) {}

  private record Planned(Compiled compiled, Plan plan) {}

  private record Finished(Compiled compiled, Run<?> run) {
    Options options() {
      return compiled.options();
    }

    CompiledBody body() {
      return compiled.body();
    }
  }

  /// Runs the cell and shows what came of it.
  ///
  /// @throws CellException where line or body cannot be run as they are written
  /// @throws InterruptedException where the cell was stopped; what there was has been shown
  /// @throws io.github.heddle.TasksFailed where tasks have no result; the report has been shown
  void eval() throws CellException, InterruptedException {
    switch (Asked.by(cell.line())) {
      case Asked.Help(String text) -> host.show(plain(text));
      case Asked.Run(Options options) -> handOver(show(run(plan(compile(options)))));
    }
  }

  private Compiled compile(Options options) throws CellException {
    if (cell.body().text().isBlank()) {
      throw problem(
          Problem.at(cell.line().at(), width(cell.line()), "there is nothing to run")
              .withHint("write statements under this line; they are run once per task"));
    }
    BodySource source = new BodySource(cell.body(), options.over(), options.item());
    return new Compiled(options, host.bodies().compile(source));
  }

  private Planned plan(Compiled compiled) throws CellException {
    try {
      Runner runner = new Runner(model, compiled.options().request());
      return new Planned(compiled, runner.plan(compiled.body().work()));
    } catch (IllegalArgumentException refused) {
      String why = String.valueOf(refused.getMessage());
      throw problem(Problem.at(cell.line().at(), width(cell.line()), why));
    }
  }

  private Finished run(Planned planned) {
    CompiledBody body = planned.compiled().body();
    return new Finished(
        planned.compiled(), Runner.run(planned.plan(), body.work(), host.scope(), Watch.NONE));
  }

  private Finished show(Finished finished) {
    Run<?> run = finished.run();
    Options.Presentation presentation = finished.options().presentation();
    if (run.outcomes().isEmpty()) {
      host.show(plain("no element, nothing to do"));
      return finished;
    }
    ResultsText.of(run).map(ModelMagic::plain).ifPresent(host::show);
    if (!presentation.quiet()) {
      Pictures.of(run.report(), presentation.picture()).forEach(host::show);
    }
    return finished;
  }

  private void handOver(Finished finished) throws CellException, InterruptedException {
    Run<?> run = finished.run();
    if (host.scope().stopped()) {
      throw new InterruptedException(run.toString());
    }
    Options.Variables variables = finished.options().variables();
    if (variables.run().isPresent()) {
      finished.body().declareRun(variables.run().get(), run);
    }
    run.requireResults();
    if (variables.into().isPresent()) {
      finished.body().declareResults(variables.into().get(), run);
    }
  }

  private static Bundle plain(String text) {
    return new Bundle(Map.of("text/plain", text), Map.of());
  }

  private static int width(MagicLine line) {
    return line.name().length() + 2;
  }

  private static CellException problem(Problem problem) {
    return new CellException("MagicError", List.of(problem));
  }
}
