package io.github.heddle.report;

import io.github.heddle.plan.OnError;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// What happened: the first rule that holds gives the headline, after the model's name.
final class Headlines {
  private static final String THAN = " than one at a time";
  private static final String WAITED = " waited for each other for ever";
  private static final String DEADLOCK = " as they" + WAITED;

  static final List<Rule> RULES =
      List.of(
          rule(Headlines::empty, _ -> "no tasks to run"),
          rule(
              facts -> facts.counts().timedOut() > 0,
              facts -> "the time limit ended the run after " + facts.wall() + ": " + facts.done()),
          rule(
              Headlines::stoppedByFailure,
              facts -> "stopped at the first failure after " + facts.wall() + ": " + facts.done()),
          rule(
              facts -> facts.counts().cutShort() > 0,
              facts -> "interrupted: " + facts.done() + " in " + facts.wall()),
          rule(Facts::deadlocked, Headlines::deadlock),
          rule(facts -> facts.counts().failed() > 0, Headlines::failed),
          rule(
              facts -> facts.model("sequential"),
              facts -> kindOfTasks(facts) + ", one at a time, finished in " + facts.wall()),
          rule(facts -> !facts.speedUpKnown(), Headlines::finished),
          rule(
              facts -> facts.factor() >= 1.05,
              facts -> finished(facts) + ", " + times(facts.factor()) + " faster" + THAN),
          rule(
              facts -> facts.factor() > 1 / 1.05,
              facts -> finished(facts) + ", as fast as one at a time"),
          rule(
              _ -> true,
              facts -> finished(facts) + ", " + times(1 / facts.factor()) + " slower" + THAN));

  private Headlines() {}

  private static boolean empty(Facts facts) {
    return facts.counts().tasks() == 0;
  }

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

  private static Rule rule(Predicate<Facts> when, Function<Facts, String> words) {
    return new Rule(when, words, Source.MEASUREMENT);
  }
}
