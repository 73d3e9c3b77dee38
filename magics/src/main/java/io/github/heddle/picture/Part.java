package io.github.heddle.picture;

import java.util.EnumSet;
import java.util.Set;

/// A part of the picture that can be asked for.
public enum Part {
  /// What every worker did.
  LANES,
  /// How busy every core was.
  CORES,
  /// How much memory every process had.
  MEMORY;

  /// What is shown where nothing else was asked for.
  public static Set<Part> usual() {
    return EnumSet.of(LANES, CORES);
  }
}
