package io.github.heddle.report;

import io.github.heddle.plan.Plan;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Items;
import io.github.heddle.trace.Trace;
import java.util.List;

/// What a run's trace says: its numbers and its finding, with the plan and trace they came from.
///
/// @param numbers those of the run that the trace is of
/// @param measured those of every run of the same that was measured
/// @param items what the tasks were for
public record Report(
    Plan plan, Trace trace, Numbers numbers, List<Numbers> measured, Finding finding, Items items) {
  public Report {
    measured = List.copyOf(measured);
  }

  /// The report of a run.
  ///
  /// @param endings how each task ended, by task number
  public static Report of(Plan plan, List<Ending> endings, Trace trace) {
    return of(plan, endings, trace, List.of());
  }

  /// The report of a run that stands for several.
  ///
  /// @param measured the numbers of all of them
  public static Report of(Plan plan, List<Ending> endings, Trace trace, List<Numbers> measured) {
    Numbers numbers = Numbers.of(plan, endings, trace);
    List<Long> walls = together(numbers, measured).stream().map(Numbers::wallNanos).toList();
    Finding finding = Finding.of(new Facts(plan, numbers, walls));
    return new Report(
        plan,
        trace,
        numbers,
        together(numbers, measured),
        finding.after(Repeated.text(numbers, measured)),
        Items.NUMBERS);
  }

  /// The same of a run over elements.
  public Report over(Items elements) {
    return new Report(plan, trace, numbers, measured, finding, elements);
  }

  /// Where the run did not go well, there is nothing to put together.
  private static List<Numbers> together(Numbers numbers, List<Numbers> measured) {
    return measured.isEmpty() || !numbers.counts().allDone() ? List.of(numbers) : measured;
  }

  /// Every number, in words.
  public List<Measure> measures() {
    return Measure.of(measured);
  }

  /// Whether the run says how much faster it was: every task came to its end, there was something
  /// to overlap, and neither the measurement nor other programs make it doubtful.
  public boolean speedUpKnown() {
    return numbers.counts().allDone() && new Facts(plan, numbers).speedUpKnown();
  }

  /// What the workers of the run's model are called, in the plural: `threads`, `processes`.
  public String workers() {
    return Figures.plural(new Facts(plan, numbers).worker());
  }

  /// What tasks that could go on wait for: `a core`, `the loop`.
  public String readyFor() {
    return Loop.readyFor(plan);
  }
}
