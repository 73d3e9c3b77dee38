package io.github.heddle.truth;

/// Thrown by a task that was told to fail, with what it saw until then.
final class WitnessedFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final long[] testimony;

  WitnessedFailure(Testimony testimony) {
    super("as it was told to");
    this.testimony = testimony.numbers();
  }

  Testimony testimony() {
    return Testimony.of(testimony);
  }
}
