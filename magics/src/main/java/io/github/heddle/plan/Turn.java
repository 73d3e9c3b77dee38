package io.github.heddle.plan;

/// One of several runs of the same work, and which one it is.
///
/// @param warmup whether nothing of it is kept
/// @param number from 1, among those of its kind
/// @param of how many of its kind there are to be
public record Turn(Plan plan, boolean warmup, int number, int of) {
  /// The only run.
  public static Turn only(Plan plan) {
    return new Turn(plan, false, 1, 1);
  }

  /// The model, and which run it is where there is more than one: `threads, run 2 of 5`.
  @Override
  public String toString() {
    if (of == 1) {
      return plan.model() + (warmup ? ", warm-up" : "");
    }
    return plan.model() + (warmup ? ", warm-up " : ", run ") + number + " of " + of;
  }
}
