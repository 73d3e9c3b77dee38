package io.github.heddle.report;

import static java.util.Collections.frequency;

import io.github.heddle.task.Ending;
import java.util.List;

/// How many tasks ended in which way.
public record Counts(int tasks, int done, int failed, int timedOut, int cancelled, int notStarted) {

  /// Counts endings.
  static Counts of(List<Ending> endings) {
    return new Counts(
        endings.size(),
        frequency(endings, Ending.DONE),
        frequency(endings, Ending.FAILED),
        frequency(endings, Ending.TIMED_OUT),
        frequency(endings, Ending.CANCELLED),
        frequency(endings, Ending.NOT_STARTED));
  }

  /// Whether every task came to its end with a result.
  public boolean allDone() {
    return done == tasks;
  }

  /// Tasks that came to their own end, with a result or a failure.
  public int ended() {
    return done + failed;
  }

  /// Tasks that began, however they ended.
  public int began() {
    return tasks - notStarted;
  }

  /// Tasks that somebody else ended, or that were never begun because of it.
  public int cutShort() {
    return cancelled + notStarted;
  }
}
