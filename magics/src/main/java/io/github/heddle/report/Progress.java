package io.github.heddle.report;

import io.github.heddle.plan.Turn;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How far a run under way is.
///
/// @param ended how many of its tasks have ended
/// @param elapsedNanos since its first task was submitted
/// @param underWay how many tasks had begun and not ended when that was last looked at
public record Progress(Turn turn, int ended, long elapsedNanos, OptionalInt underWay) {
  private static final long SECOND = 1_000_000_000;

  /// How long the rest will take if it goes on like this. Empty until as many tasks have ended as
  /// are under way: before that the rate only says how tasks were begun.
  public OptionalLong nanosLeft() {
    return ended >= 2 && underWay.isPresent() && ended >= underWay.getAsInt() && ended < tasks()
        ? OptionalLong.of((long) (elapsedNanos / (double) ended * (tasks() - ended)))
        : OptionalLong.empty();
  }

  /// One line: `threads: 12 of 40 tasks done after 3 s · 4.10 per second · about 7 s left`.
  public String text() {
    return String.format(
            Locale.ROOT,
            "%s: %,d of %s done after %s",
            turn,
            ended,
            Figures.count(tasks(), "task"),
            elapsedNanos < SECOND / 2 ? "<1 s" : seconds(elapsedNanos))
        + rate()
        + nanosLeft().stream().mapToObj(this::left).findFirst().orElse("");
  }

  private int tasks() {
    return turn.plan().tasks();
  }

  private String rate() {
    return ended == 0
        ? ""
        : " · " + Figures.number(ended * (double) SECOND / elapsedNanos) + " per second";
  }

  private String left(long nanos) {
    return " · about " + seconds(nanos) + " left" + (turn.of() > 1 ? " in this run" : "");
  }

  /// Whole seconds, and minutes where there are some: nobody reads more while it changes.
  private static String seconds(long nanos) {
    long seconds = Math.max(1, Math.round(nanos / (double) SECOND));
    return seconds < 100 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
