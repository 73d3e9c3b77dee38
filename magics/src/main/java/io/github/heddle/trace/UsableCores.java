package io.github.heddle.trace;

import java.util.OptionalDouble;

/// The cores this process may use.
///
/// @param affinity how many cores the operating system may place its threads on
/// @param quota how many cores' worth of time its control group grants, where it is limited
public record UsableCores(int affinity, OptionalDouble quota) {
  /// The smaller of both: no run can use more.
  public double count() {
    return Math.min(affinity, quota.orElse(affinity));
  }
}
