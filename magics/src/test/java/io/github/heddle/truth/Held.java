package io.github.heddle.truth;

import java.util.Comparator;
import java.util.List;

/// One number of one workload under one model, held against the truth: the repeat in which it was
/// as far off as in the median.
///
/// @param tolerance how far off it may be
record Held(Quantity quantity, double truth, double told, double tolerance) {
  static Held median(List<Held> repeats) {
    return repeats.stream()
        .sorted(Comparator.comparingDouble(Held::off))
        .skip((repeats.size() - 1) / 2)
        .findFirst()
        .orElseThrow();
  }

  double error() {
    return told - truth;
  }

  /// The error as a share of what is allowed.
  private double off() {
    return tolerance == 0 ? Math.abs(error()) : Math.abs(error()) / tolerance;
  }

  boolean holds() {
    return Math.abs(error()) <= tolerance;
  }

  @Override
  public String toString() {
    return "%s: truth %s, reported %s, may be off by %s"
        .formatted(
            quantity.title(), quantity.text(truth), quantity.text(told), quantity.text(tolerance));
  }
}
