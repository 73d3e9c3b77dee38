package io.github.heddle.cell;

import java.util.Optional;

/// Something wrong at a place of a cell: what it is and, where we know it, what to do.
///
/// @param at where it begins
/// @param length how many characters of that line it covers, at least 1
/// @param message what is wrong, one sentence without a full stop
/// @param hint what to do about it
public record Problem(Position at, int length, String message, Optional<String> hint) {
  public static Problem at(Position at, int length, String message) {
    return new Problem(at, length, message, Optional.empty());
  }

  /// The same problem with a hint.
  public Problem withHint(String hint) {
    return new Problem(at, length, message, Optional.of(hint));
  }
}
