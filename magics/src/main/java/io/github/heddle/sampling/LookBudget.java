package io.github.heddle.sampling;

import io.github.heddle.sampling.Watched.Answer;
import java.util.EnumMap;
import java.util.Map;

/// How many looks at stacks a run can afford: a thousandth of one core for those of each [Answer],
/// a quarter of that for those that are answered late, so that none keeps the others from being
/// taken, and a little more for asking what threads do. Pure; all times in nanoseconds.
final class LookBudget {
  /// Looks of each kind may take this share of the run's time.
  private static final int SHARE = 1000;

  /// To ask what they do, this share.
  private static final int SHARE_OF_ROUNDS = 1000;

  /// And so much more, so that a short run is seen, too.
  private static final long ALLOWANCE = 800_000;

  /// Looks in a JVM that has just begun cost several times as much as later ones: more than this is
  /// not held against them.
  private static final long MOST_AT_ONCE = 100_000;

  private static final long MOST_LATE = 200_000;

  /// A look that has to wait for its answer costs several times as much as another one, and tells
  /// no more than the next look, when the thread has got its core: it counts fourfold.
  private static final int LATE_COUNTS = 4;

  private static final long SHORTEST = 5_000_000;
  private static final long USUAL = 40_000_000;

  /// Between two rounds.
  static final long LONGEST = 100_000_000;

  private static final int ROUNDS_OF_A_SHORT_RUN = 20;

  private final RecentCosts rounds = new RecentCosts();
  private final Map<Answer, Long> spent = new EnumMap<>(Answer.class);

  /// Whether there is something left for looks that are answered like that.
  ///
  /// @param elapsed since the run began
  boolean allows(Answer answer, long elapsed) {
    return spent.getOrDefault(answer, 0L) <= ALLOWANCE + elapsed / SHARE;
  }

  /// A look was taken.
  ///
  /// @param cpuNanos CPU time of the look
  void looked(Answer answer, long cpuNanos) {
    long counts =
        answer == Answer.LATE
            ? LATE_COUNTS * Math.min(cpuNanos, MOST_LATE)
            : Math.min(cpuNanos, MOST_AT_ONCE);
    spent.merge(answer, counts, Long::sum);
  }

  /// A round was made.
  ///
  /// @param cpuNanos CPU time of the round, without looks
  void asked(long cpuNanos) {
    rounds.add(cpuNanos);
  }

  /// How long to wait until the next round.
  long pause(long elapsed) {
    long meant = Math.min(elapsed / ROUNDS_OF_A_SHORT_RUN, USUAL);
    return Math.clamp(Math.max(meant, SHARE_OF_ROUNDS * rounds.cheapest()), SHORTEST, LONGEST);
  }
}
