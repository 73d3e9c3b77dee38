package io.github.heddle.jupyter;

import static java.util.stream.Collectors.joining;

import io.github.heddle.Comparer;
import io.github.heddle.Comparison;
import io.github.heddle.Run;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.CellSyntax.CellMagic;
import io.github.heddle.host.CompiledBody;
import io.github.heddle.host.Host;
import io.github.heddle.model.Model;
import io.github.heddle.model.Models;
import io.github.heddle.model.Watch;
import io.github.heddle.option.Asked;
import io.github.heddle.option.Options;
import io.github.heddle.picture.Bundle;
import io.github.heddle.picture.Part;
import io.github.heddle.picture.Pictures;
import io.github.heddle.plan.ModelProfile;
import io.github.heddle.plan.Plan;
import io.github.heddle.plan.Turn;
import io.github.heddle.task.Work;
import io.github.heddle.watch.Lookout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// One cell under `%%compare`, from its first line to the outputs. Used once, on the thread that
/// runs the cell.
final class CompareMagic {
  static final String NAME = "compare";

  private final CellMagic cell;
  private final Host host;
  private final MagicBody body;

  CompareMagic(CellMagic cell, Host host) {
    this.cell = cell;
    this.host = host;
    this.body = new MagicBody(cell, host);
  }

  private record Planned(Options options, CompiledBody body, Comparer comparer, List<Plan> plans) {
    boolean quiet() {
      return options.presentation().quiet();
    }
  }

  private record Finished(Planned planned, LiveDisplay display, Comparison<?> comparison) {}

  /// Runs the cell and shows what came of it.
  ///
  /// @throws CellException where line or body cannot be run as they are written
  /// @throws InterruptedException where the cell was stopped; what there was has been shown
  /// @throws io.github.heddle.TasksFailed where tasks have no result; the report has been shown
  void eval() throws CellException, InterruptedException {
    List<String> known = Models.all().stream().map(Model::name).toList();
    switch (Asked.comparisonBy(cell.line(), known)) {
      case Asked.Help(String text) -> host.show(LiveDisplay.plain(text));
      case Asked.Comparison asked -> handOver(show(run(plan(asked))));
      case Asked.Run _ -> throw new IllegalStateException("%%compare compares");
    }
  }

  private Planned plan(Asked.Comparison asked) throws CellException {
    Options options = asked.options();
    CompiledBody compiled = body.compile(options);
    List<ModelProfile> models =
        asked.models().stream().map(name -> Models.named(name).orElseThrow().profile()).toList();
    try {
      Comparer comparer = new Comparer(models, options.request(), asked.patient());
      return new Planned(options, compiled, comparer, comparer.plans(compiled.work()));
    } catch (IllegalArgumentException refused) {
      throw body.refused(refused);
    }
  }

  private Finished run(Planned planned) {
    LiveDisplay display = new LiveDisplay(host, planned.options.presentation().picture());
    if (planned.quiet()) {
      return new Finished(planned, display, run(planned, _ -> Watch.NONE));
    }
    try (Lookout lookout = Lookout.with(display)) {
      return new Finished(planned, display, run(planned, lookout::during));
    }
  }

  private Comparison<?> run(Planned planned, Function<Turn, Watch> watches) {
    Work<?, ?> work = planned.body.work();
    return planned.comparer.run(work, planned.plans, host.scope(), watches);
  }

  private Finished show(Finished finished) throws CellException {
    Comparison<?> comparison = finished.comparison;
    Options.Presentation presentation = finished.planned.options.presentation();
    List<Bundle> outputs = new ArrayList<>();
    comparison.runs().stream()
        .findFirst()
        .flatMap(ResultsText::of)
        .map(LiveDisplay::plain)
        .ifPresent(outputs::add);
    if (!presentation.quiet()) {
      outputs.addAll(Pictures.of(comparison.report(), presentation.picture().contains(Part.LANES)));
    }
    finished.display.finish(outputs);
    new SavedTrace(presentation.save())
        .save(comparison.runs())
        .filter(_ -> !presentation.quiet())
        .map(LiveDisplay::plain)
        .ifPresent(host::show);
    return finished;
  }

  private void handOver(Finished finished) throws CellException, InterruptedException {
    Comparison<?> comparison = finished.comparison;
    if (host.scope().stopped()) {
      throw new InterruptedException(comparison.toString());
    }
    if (comparison.runs().isEmpty()) {
      throw body.problem("no model can run this body", reasons(comparison));
    }
    Options.Variables variables = finished.planned.options.variables();
    if (variables.run().isPresent()) {
      finished.planned.body.declareComparison(variables.run().get(), comparison);
    }
    comparison.requireResults();
    if (variables.into().isPresent()) {
      Run<?> first = comparison.runs().getFirst();
      finished.planned.body.declareResults(variables.into().get(), first);
    }
  }

  private static String reasons(Comparison<?> comparison) {
    return comparison.leftOut().stream()
        .map(left -> left.model() + ": " + left.reason())
        .distinct()
        .collect(joining("; "));
  }
}
