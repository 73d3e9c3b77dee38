package io.github.heddle.kernel.magic;

/// A library, or one that it needs, could not be had. The message names it and says what to do.
public final class UnresolvedLibraryException extends Exception {
  private static final long serialVersionUID = 1L;

  UnresolvedLibraryException(String message, Throwable cause) {
    super(message, cause);
  }
}
