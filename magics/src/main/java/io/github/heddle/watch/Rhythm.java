package io.github.heddle.watch;

/// How often to look: at most twice a second, and for at most a hundredth of a core. Pure; all
/// times in nanoseconds.
final class Rhythm {
  /// Runs shorter than this are not looked at.
  static final long PATIENCE = 1_000_000_000;

  private static final long SHORTEST = 500_000_000;

  /// Counting and drawing each take at most one part in so many of a core.
  private static final int SHARE = 200;

  /// What pictures may take beyond their share: the first ones are slow, as nothing is compiled.
  private static final long CREDIT = 100_000_000;

  private Rhythm() {}

  /// How long to wait before tasks are counted again.
  ///
  /// @param spent CPU time that counting them took last
  static long pause(long spent) {
    return Math.max(SHORTEST, SHARE * spent);
  }

  /// Whether the lanes may be drawn again.
  ///
  /// @param elapsed since the first run began
  /// @param spent CPU time that drawing has taken until now
  static boolean lanesDue(long elapsed, long spent) {
    return spent <= CREDIT + elapsed / SHARE;
  }
}
