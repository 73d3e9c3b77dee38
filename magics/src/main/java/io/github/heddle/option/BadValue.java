package io.github.heddle.option;

import java.io.Serial;
import picocli.CommandLine.TypeConversionException;

/// A value that an option does not take, and what it does take.
final class BadValue extends TypeConversionException {
  @Serial private static final long serialVersionUID = 1L;

  private final String reason;
  private final String hint;

  BadValue(String message, String hint) {
    super(message);
    this.reason = message;
    this.hint = hint;
  }

  String reason() {
    return reason;
  }

  String hint() {
    return hint;
  }
}
