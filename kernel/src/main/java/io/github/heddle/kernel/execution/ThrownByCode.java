package io.github.heddle.kernel.execution;

import org.jspecify.annotations.Nullable;

/// Carries what code of a cell threw from the cell's thread to the one that waits for it. A type of
/// its own: a cell may throw a [java.util.concurrent.CompletionException] itself.
final class ThrownByCode extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Throwable thrown;

  ThrownByCode(@Nullable Throwable thrown) {
    super(thrown);
    this.thrown = thrown == null ? this : thrown;
  }

  /// What was thrown.
  Throwable thrown() {
    return thrown;
  }
}
