package io.github.heddle.plan;

/// How often the same is run.
///
/// @param warmups runs before, of which nothing is kept
/// @param measured runs that are reported, at least 1
public record Repeats(int warmups, int measured) {
  /// More than this is refused.
  public static final int MOST = 1000;

  /// One run.
  public static final Repeats ONCE = new Repeats(0, 1);

  /// What comparisons do where nothing was said: one run that nothing is kept of, so that no model
  /// pays for what the others find ready, and three in turns with those of the others.
  public static final Repeats OF_COMPARISONS = new Repeats(1, 3);

  /// @throws IllegalArgumentException with a sentence for the user, where a number is out of range
  public Repeats {
    if (warmups < 0 || warmups > MOST || measured < 1 || measured > MOST) {
      throw new IllegalArgumentException(
          "from 1 to %,d measured runs and up to %,d before them are possible, not %,d and %,d"
              .formatted(MOST, MOST, measured, warmups));
    }
  }
}
