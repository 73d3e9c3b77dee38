package io.github.heddle;

import io.github.heddle.report.LeftOut;
import io.github.heddle.report.Report;
import io.github.heddle.report.Versus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The same work under several models. Immutable.
///
/// @param runs one for each model that could run it, which stands for all of its runs
/// @param leftOut the others
/// @param difference how results of the models differed, where they did
public record Comparison<R extends @Nullable Object>(
    List<Run<R>> runs, List<LeftOut> leftOut, Optional<String> difference) {
  public Comparison {
    runs = List.copyOf(runs);
    leftOut = List.copyOf(leftOut);
  }

  /// The run of that model, where there is one.
  public Optional<Run<R>> run(String model) {
    return runs.stream().filter(run -> run.plan().model().equals(model)).findFirst();
  }

  /// What the tasks gave under the first of the models, in task order.
  ///
  /// @throws TasksFailed naming every task that has no result, if there is one
  public List<R> results() {
    requireResults();
    return runs.isEmpty() ? List.of() : runs.getFirst().results();
  }

  /// Does nothing where under every model every task has a result.
  ///
  /// @throws TasksFailed naming every task that has none, under the first model where there is one
  public void requireResults() {
    for (Run<R> run : runs) {
      run.requireResults();
    }
  }

  /// Numbers and finding.
  public Versus report() {
    List<Report> reports = new ArrayList<>();
    runs.forEach(run -> reports.add(run.report()));
    return Versus.of(reports, leftOut, difference);
  }

  /// Writes what was recorded of the runs to a file, over what was there: `.json` for
  /// ui.perfetto.dev, `.csv` for tables.
  ///
  /// @return where it was saved
  /// @throws IllegalArgumentException where the file has another ending or its directory is missing
  public String save(Path file) throws IOException {
    return new TraceFile(file).save(runs);
  }

  /// Which model suits the work, in one sentence.
  @Override
  public String toString() {
    return report().finding().headline();
  }
}
