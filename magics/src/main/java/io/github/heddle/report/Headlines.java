package io.github.heddle.report;

import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Condition.below;
import static io.github.heddle.report.Condition.is;

import io.github.heddle.plan.OnError;
import java.util.List;
import java.util.function.Function;

/// What happened: the first rule that holds gives the headline, after the model's name.
final class Headlines {
  private static final String THAN = " than one at a time";
  private static final String WAITED = " waited for each other for ever";
  private static final String DEADLOCK = " as they" + WAITED;

  static final Rule<Facts> SPEED_UP_UNKNOWN =
      rule("speed-up unknown", Signs.SPEED_UP_UNKNOWN, Headlines::finished);

  static final List<Rule<Facts>> RULES =
      List.of(
          rule("no tasks", below(Signs.TASKS, 1), _ -> "no tasks to run"),
          rule(
              "time limit",
              is("a task was ended by the time limit", facts -> facts.counts().timedOut() > 0),
              facts -> "the time limit ended the run after " + facts.wall() + ": " + facts.done()),
          rule(
              "stopped by a failure",
              is("--on-error stop, and a task failed", Headlines::stoppedByFailure),
              facts -> "stopped at the first failure after " + facts.wall() + ": " + facts.done()),
          rule(
              "interrupted",
              is("tasks were ended by Stop", facts -> facts.counts().cutShort() > 0),
              facts -> "interrupted: " + facts.done() + " in " + facts.wall()),
          rule("deadlock", Signs.DEADLOCK, Headlines::deadlock),
          rule(
              "failed",
              is("a task failed", facts -> facts.counts().failed() > 0),
              Headlines::failed),
          rule(
              "one at a time",
              Signs.model("sequential"),
              facts -> kindOfTasks(facts) + ", one at a time, finished in " + facts.wall()),
          SPEED_UP_UNKNOWN,
          rule(
              "faster",
              atLeast(Signs.FACTOR, Signs.FASTER),
              facts -> finished(facts) + ", " + times(facts.factor()) + " faster" + THAN),
          rule(
              "as fast",
              atLeast(Signs.FACTOR, Signs.SAME),
              facts -> finished(facts) + ", as fast as one at a time"),
          rule(
              "slower",
              Signs.ALWAYS,
              facts -> finished(facts) + ", " + times(1 / facts.factor()) + " slower" + THAN));

  private Headlines() {}

  private static boolean stoppedByFailure(Facts facts) {
    return facts.plan().onError() == OnError.STOP
        && facts.counts().failed() > 0
        && facts.counts().cutShort() > 0;
  }

  private static String deadlock(Facts facts) {
    long circle =
        facts.numbers().obstacles().deadlock().stream()
            .flatMap(found -> found.tasks().boxed())
            .count();
    int failed = facts.counts().failed();
    if (circle == 0 || failed > circle) {
      return failed(facts, circle < 2 ? "" : ", " + circle + " of them" + DEADLOCK);
    }
    String many = circle == facts.counts().tasks() ? "all " : circle + " of ";
    String who = circle == 1 ? "a task waited for its own threads" : many + facts.tasks() + WAITED;
    return who + " and had to be ended; the run took " + facts.wall() + " on " + facts.workers();
  }

  private static String failed(Facts facts) {
    return failed(facts, "");
  }

  private static String failed(Facts facts, String why) {
    int failed = facts.counts().failed();
    String many = failed == facts.counts().tasks() ? "all " : Figures.thousands(failed) + " of ";
    String who = facts.counts().tasks() == 1 ? "the task" : many + facts.tasks();
    return who
        + " failed"
        + why
        + "; the run took "
        + facts.wall()
        + " on "
        + facts.workers()
        + Replaced.inWords(facts.numbers().obstacles().replacements());
  }

  private static String finished(Facts facts) {
    return kindOfTasks(facts) + " on " + facts.workers() + " finished in " + facts.wall();
  }

  private static String kindOfTasks(Facts facts) {
    return Figures.count(facts.counts().tasks(), facts.kind().adjective() + "task");
  }

  private static String times(double factor) {
    return Figures.number(factor) + "×";
  }

  private static Rule<Facts> rule(
      String name, Condition<Facts> when, Function<Facts, String> words) {
    return new Rule<>(name, when, words, Source.MEASUREMENT);
  }
}
