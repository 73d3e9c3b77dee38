package io.github.heddle.kernel.evaluation;

/// Whether code could be run as it stands.
public sealed interface Completeness {
  /// It can be run.
  record Complete() implements Completeness {}

  /// More has to come; the next line is indented by this text.
  record Incomplete(String indent) implements Completeness {}

  /// It can never become right.
  record Invalid() implements Completeness {}

  /// It cannot be told.
  record Unknown() implements Completeness {}
}
