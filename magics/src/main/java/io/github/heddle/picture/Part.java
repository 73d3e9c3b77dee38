package io.github.heddle.picture;

/// A part of the picture that can be asked for.
public enum Part {
  /// What every worker did.
  LANES,
  /// How busy every core was.
  CORES
}
