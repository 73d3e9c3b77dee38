package io.github.heddle.report;

import static io.github.heddle.report.SampleWork.computing;
import static io.github.heddle.report.SampleWork.mixed;
import static io.github.heddle.report.SampleWork.verdict;
import static io.github.heddle.report.SampleWork.waiting;
import static io.github.heddle.report.SampleWork.waitingOnLoop;

import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/// Comparisons at both sides of the thresholds of rules, as near to them as matters.
///
/// @param rules the list that has the rule
/// @param rule the rule's name
/// @param quantity the name of what has the threshold
/// @param holds a comparison for which the rule holds
/// @param fails one for which it does not
record ComparisonBorders<F>(List<Rule<F>> rules, String rule, String quantity, F holds, F fails) {
  private static final String LONGEST = "wall of the slowest model";

  @Override
  public String toString() {
    return rule + ": " + quantity;
  }

  static Stream<ComparisonBorders<?>> all() {
    return Stream.concat(ofVerdict(), Stream.concat(ofWhy(), ofPython()));
  }

  private static Stream<ComparisonBorders<?>> ofVerdict() {
    return Stream.of(
        of(Verdict.RULES, "too short to compare", LONGEST, 9.9, 10.1, ComparisonBorders::lasting),
        of(Verdict.UNDER, "too short to compare", LONGEST, 9.9, 10.1, ComparisonBorders::lasting),
        of(Verdict.AFTER, "medians", LONGEST, 10.1, 9.9, millis -> repeated(2, millis)),
        of(Verdict.AFTER, "medians", "runs of the model", 2, 1, runs -> repeated(runs, 200)),
        of(
            Verdict.CAUTIONS,
            "few tasks",
            "tasks",
            2,
            3,
            tasks -> verdict(computing("threads", (int) tasks, 2, 200))),
        of(Verdict.CAUTIONS, "short runs", LONGEST, 99, 101, ComparisonBorders::lasting),
        of(
            Verdict.CAUTIONS,
            "one run each",
            "runs of each model",
            1,
            2,
            runs -> repeated(runs, 200)),
        of(
            Verdict.CAUTIONS,
            "busy machine",
            Signs.OTHERS.name(),
            0.51,
            0.49,
            share -> verdict(computing("threads", 2, 2, 100).bin(0, 0, 100, 0, share))),
        of(
            Verdict.CAUTIONS,
            "busy machine",
            "task time running or waiting to run",
            20.5,
            19.5,
            millis -> verdict(partly(millis).bin(0, 0, 100, 0, 0.9))));
  }

  private static Stream<ComparisonBorders<?>> ofWhy() {
    return Stream.of(
        why(
            "computing on one core",
            "usable cores",
            Signs.ENOUGH_CORES - 0.01,
            Signs.ENOUGH_CORES,
            ComparisonBorders::onCores),
        why("computing on one core", Signs.FACTOR.name(), 1.09, 1.11, ComparisonBorders::onOneCore),
        why(
            "nothing to overlap",
            "tasks that could be under way at once",
            1,
            2,
            tasks ->
                both(waiting("sequential", 2, 1, 50), waiting("threads", 2, (int) tasks, 100))),
        why(
            "one worker",
            "workers of the best",
            1,
            2,
            workers ->
                both(
                    computing("virtual", 4, (int) workers, 100),
                    computing("processes", 4, 1, 200))),
        busy(Signs.READY.name(), 20.1, 19.9, ms -> heldUp("threads", ms, 10)),
        busy(Signs.TURN.name(), 20.1, 19.9, ms -> heldUp("virtual", ms, 10)),
        busy("cores used, of those of loop or carriers", 118, 122, ms -> heldUp("virtual", 30, ms)),
        why(
            "computing on a busy machine",
            Signs.OTHERS.name(),
            0.51,
            0.49,
            share -> besideSequential(heldUp("threads", 30, 10).bin(0, 0, 100, 0, share))),
        why(
            "computing on threads, not processes",
            "wall of processes / the best",
            221,
            219,
            ms -> both(computing("threads", 4, 2, 200), computing("processes", 4, 2, ms))),
        why(
            "waiting on a loop, not in a pool",
            "wall of threads / the best",
            221,
            219,
            ms -> both(waitingOnLoop(4, 400), waiting("threads", 4, 2, ms))));
  }

  private static Stream<ComparisonBorders<?>> ofPython() {
    return Stream.of(
        new ComparisonBorders<>(
            Why.IN_PYTHON,
            "computing on one core",
            "usable cores",
            onCores(Signs.ENOUGH_CORES - 0.01).why(),
            onCores(Signs.ENOUGH_CORES).why()),
        new ComparisonBorders<>(
            Why.IN_PYTHON,
            "computing on one core",
            Signs.FACTOR.name(),
            onOneCore(1.09).why(),
            onOneCore(1.11).why()),
        muchFaster(
            "computing",
            ms -> both(computing("sequential", 4, 1, ms), computing("threads", 4, 2, 200))),
        muchFaster(
            "waiting in processes",
            ms -> both(waiting("sequential", 4, 1, ms), waiting("processes", 4, 2, 200))),
        muchFaster(
            "waiting, not on a loop",
            ms ->
                verdict(
                    waiting("sequential", 4, 1, ms),
                    waiting("async", 4, 1, 150),
                    waiting("threads", 4, 2, 200))),
        muchFaster(
            "waiting", ms -> both(waiting("sequential", 4, 1, ms), waiting("virtual", 4, 2, 200))),
        muchFaster(
            "mixed", ms -> both(mixed("sequential", 4, 1, ms), mixed("threads", 4, 2, 200))));
  }

  private static ComparisonBorders<Verdict> of(
      List<Rule<Verdict>> rules,
      String rule,
      String quantity,
      double holds,
      double fails,
      DoubleFunction<Verdict> verdict) {
    return new ComparisonBorders<>(
        rules, rule, quantity, verdict.apply(holds), verdict.apply(fails));
  }

  private static ComparisonBorders<Why> why(
      String rule, String quantity, double holds, double fails, DoubleFunction<Verdict> verdict) {
    return new ComparisonBorders<>(
        Why.RULES, rule, quantity, verdict.apply(holds).why(), verdict.apply(fails).why());
  }

  private static ComparisonBorders<Why> busy(
      String quantity, double holds, double fails, DoubleFunction<SampleRun> run) {
    return why(
        "computing on a busy machine",
        quantity,
        holds,
        fails,
        amount -> besideSequential(run.apply(amount).bin(0, 0, 100, 0, 0.9)));
  }

  /// @param verdict of four tasks of so many milliseconds one at a time, that took 400 at once
  private static ComparisonBorders<Why> muchFaster(String rule, DoubleFunction<Verdict> verdict) {
    return new ComparisonBorders<>(
        Why.IN_PYTHON,
        rule,
        Signs.FACTOR.name(),
        verdict.apply(121).why(),
        verdict.apply(119).why());
  }

  private static Verdict both(SampleRun one, SampleRun other) {
    return verdict(one, other);
  }

  private static Verdict lasting(double millis) {
    return verdict(computing("threads", 4, 4, millis));
  }

  private static Verdict onCores(double quota) {
    return both(
        computing("sequential", 4, 1, 200).quota(8, quota),
        computing("threads", 4, 4, 800).quota(8, quota));
  }

  /// Two tasks whose computing is so many times the 200 ms that they took.
  private static Verdict onOneCore(double factor) {
    double each = 100 * factor;
    SampleRun threads =
        SampleRun.of(2, 2)
            .quota(8, 1)
            .whole(0, 0, State.RUNNING, 0, each)
            .whole(1, 1, State.RUNNING, 200 - each, 200);
    return both(threads, computing("processes", 2, 1, 200).quota(8, 1));
  }

  private static Verdict repeated(double runs, double millis) {
    SampleRun run = computing("threads", 4, 4, millis);
    List<Numbers> measured = Collections.nCopies((int) runs, run.report().numbers());
    return new Verdict(
        List.of(Report.of(run.plan(), Collections.nCopies(4, Ending.DONE), run.trace(), measured)),
        List.of());
  }

  /// A task that computes for so long and then waits, 100 ms in all.
  private static SampleRun partly(double millis) {
    return SampleRun.of(1, 1)
        .slice(0, 0, State.RUNNING, 0, millis)
        .slice(0, 0, State.WAITING, millis, 100)
        .task(0, 0, Ending.DONE, 0, 100);
  }

  private static Verdict besideSequential(SampleRun run) {
    return both(computing("sequential", 2, 1, 50), run);
  }

  /// Two tasks that wait for a core for so long and then compute, 100 ms in all.
  private static SampleRun heldUp(String model, double ready, double cpu) {
    SampleRun run = SampleRun.of(2, 2).model(model).cpu(cpu);
    for (int task = 0; task < 2; task++) {
      run.slice(task, task, State.READY, 0, ready)
          .slice(task, task, State.RUNNING, ready, 100)
          .task(task, task, Ending.DONE, 0, 100);
    }
    return run;
  }
}
