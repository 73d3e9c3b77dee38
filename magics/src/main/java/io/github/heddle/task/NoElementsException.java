package io.github.heddle.task;

/// A value was given as the elements of a run that has none; the message says what it is.
public final class NoElementsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoElementsException(String message) {
    super(message);
  }
}
