package io.github.heddle;

import static java.util.stream.Collectors.joining;

import io.github.heddle.plan.Plan;
import io.github.heddle.report.Figures;
import io.github.heddle.task.DeadlockException;
import io.github.heddle.task.Ending;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.ValueText;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Names the tasks of a run that have no result, and why: first how many, then a line for each
/// reason.
final class FailureText {
  private static final int MOST_REASONS = 20;

  private final Plan plan;
  private final Map<Ending, Integer> counts = new EnumMap<>(Ending.class);
  private final Map<String, TaskNumbers> reasons = new LinkedHashMap<>();

  private FailureText(Plan plan) {
    this.plan = plan;
  }

  static String of(Run<?> run) {
    FailureText text = new FailureText(run.plan());
    int task = 0;
    for (Outcome<?> outcome : run.outcomes()) {
      text.add(task++, outcome);
    }
    return text.toString();
  }

  private void add(int task, Outcome<?> outcome) {
    if (!(outcome instanceof Outcome.Done<?>)) {
      counts.merge(outcome.ending(), 1, Integer::sum);
      reasons.computeIfAbsent(reason(outcome), _ -> new TaskNumbers()).add(task);
    }
  }

  private String reason(Outcome<?> outcome) {
    return outcome instanceof Outcome.Failed<?>(Throwable cause)
        ? reason(cause)
        : verb(outcome.ending()) + limit(outcome.ending());
  }

  /// Of a deadlock all tasks have the same to tell, wherever each of them waited.
  private static String reason(Throwable thrown) {
    return thrown instanceof DeadlockException
        ? "DeadlockException: " + thrown.getMessage()
        : ValueText.of(thrown);
  }

  private String limit(Ending ending) {
    return ending == Ending.TIMED_OUT
        ? plan.timeout().map(limit -> " after " + Figures.duration(limit.toNanos())).orElse("")
        : "";
  }

  private static String verb(Ending ending) {
    return switch (ending) {
      case DONE -> "done";
      case FAILED -> "failed";
      case TIMED_OUT -> "timed out";
      case CANCELLED -> "cancelled";
      case NOT_STARTED -> "not started";
    };
  }

  @Override
  public String toString() {
    Stream<String> lines =
        reasons.entrySet().stream()
            .limit(MOST_REASONS)
            .map(entry -> "  " + entry.getValue() + ": " + entry.getKey());
    Stream<String> rest =
        reasons.size() > MOST_REASONS
            ? Stream.of("  … and for %,d other reasons".formatted(reasons.size() - MOST_REASONS))
            : Stream.empty();
    return Stream.of(Stream.of(summary()), lines, rest)
        .flatMap(part -> part)
        .collect(joining("\n"));
  }

  private String summary() {
    String of = " of " + Figures.count(plan.tasks(), "task") + " ";
    String kinds =
        counts.entrySet().stream()
            .map(entry -> Figures.thousands(entry.getValue()) + " " + verb(entry.getKey()))
            .collect(joining(", "));
    return kinds.replaceFirst(" ", of);
  }
}
