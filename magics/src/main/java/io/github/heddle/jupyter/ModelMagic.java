package io.github.heddle.jupyter;

import io.github.heddle.Run;
import io.github.heddle.Runner;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.CellSyntax.CellMagic;
import io.github.heddle.host.CompiledBody;
import io.github.heddle.host.Host;
import io.github.heddle.model.Watch;
import io.github.heddle.option.Asked;
import io.github.heddle.option.Options;
import io.github.heddle.picture.Bundle;
import io.github.heddle.picture.Pictures;
import io.github.heddle.plan.ModelProfile;
import io.github.heddle.plan.Plan;
import io.github.heddle.plan.Turn;
import io.github.heddle.task.Work;
import io.github.heddle.watch.Lookout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// One cell under a model, from its first line to the outputs. Used once, on the thread that runs
/// the cell.
final class ModelMagic {
  private final ModelProfile model;
  private final CellMagic cell;
  private final Host host;
  private final MagicBody body;

  ModelMagic(ModelProfile model, CellMagic cell, Host host) {
    this.model = model;
    this.cell = cell;
    this.host = host;
    this.body = new MagicBody(cell, host);
  }

  private record Compiled(Options options, CompiledBody body) {}

  private record Planned(Compiled compiled, Runner runner, Plan plan) {}

  private record Finished(Compiled compiled, LiveDisplay display, Run<?> run) {
    Options options() {
      return compiled.options();
    }

    CompiledBody body() {
      return compiled.body();
    }

    boolean quiet() {
      return options().presentation().quiet();
    }
  }

  /// Runs the cell and shows what came of it.
  ///
  /// @throws CellException where line or body cannot be run as they are written
  /// @throws InterruptedException where the cell was stopped; what there was has been shown
  /// @throws io.github.heddle.TasksFailed where tasks have no result; the report has been shown
  void eval() throws CellException, InterruptedException {
    switch (Asked.by(cell.line())) {
      case Asked.Help(String text) -> host.show(LiveDisplay.plain(text));
      case Asked.Run(Options options) ->
          handOver(show(run(plan(new Compiled(options, body.compile(options))))));
      case Asked.Comparison _ -> throw new IllegalStateException("only %%compare compares");
    }
  }

  private Planned plan(Compiled compiled) throws CellException {
    try {
      Runner runner = new Runner(model, compiled.options().request());
      return new Planned(compiled, runner, runner.plan(compiled.body().work()));
    } catch (IllegalArgumentException refused) {
      throw body.refused(refused);
    }
  }

  /// What a model refuses, such as a variable that cannot be sent to a process, is a problem of the
  /// cell; nothing has been run then.
  private Finished run(Planned planned) throws CellException {
    Compiled compiled = planned.compiled();
    Options.Presentation presentation = compiled.options().presentation();
    LiveDisplay display = new LiveDisplay(host, presentation.picture());
    try (Lookout lookout = Lookout.with(display)) {
      return new Finished(
          compiled,
          display,
          run(planned, presentation.quiet() ? _ -> Watch.NONE : lookout::during));
    } catch (IllegalArgumentException refused) {
      throw body.refused(refused);
    }
  }

  private Run<?> run(Planned planned, Function<Turn, Watch> watches) {
    Work<?, ?> work = planned.compiled().body().work();
    return planned.runner().run(planned.plan(), work, host.scope(), watches);
  }

  private Finished show(Finished finished) throws CellException {
    Run<?> run = finished.run();
    if (run.outcomes().isEmpty()) {
      host.show(LiveDisplay.plain("no element, nothing to do"));
      return finished;
    }
    List<Bundle> outputs = new ArrayList<>();
    ResultsText.of(run).map(LiveDisplay::plain).ifPresent(outputs::add);
    if (!finished.quiet()) {
      outputs.addAll(Pictures.of(run.report(), finished.options().presentation().picture()));
    }
    finished.display().finish(outputs);
    new SavedTrace(finished.options().presentation().save())
        .save(List.of(run))
        .filter(_ -> !finished.quiet())
        .map(LiveDisplay::plain)
        .ifPresent(host::show);
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
}
