package io.github.heddle.report;

import io.github.heddle.plan.Plan;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.Trace;
import java.util.List;

/// What a run's trace says: its numbers and its finding, with the plan and trace they came from.
public record Report(Plan plan, Trace trace, Numbers numbers, Finding finding) {

  /// The report of a run.
  ///
  /// @param endings how each task ended, by task number
  public static Report of(Plan plan, List<Ending> endings, Trace trace) {
    Numbers numbers = Numbers.of(plan, endings, trace);
    return new Report(plan, trace, numbers, Finding.of(new Facts(plan, numbers)));
  }

  /// What the workers of the run's model are called, in the plural: `threads`, `processes`.
  public String workers() {
    return Figures.plural(new Facts(plan, numbers).worker());
  }

  /// What tasks that could go on wait for: `a core`, `the loop`.
  public String readyFor() {
    return new Facts(plan, numbers).readyFor();
  }
}
