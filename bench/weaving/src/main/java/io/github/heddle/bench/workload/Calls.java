package io.github.heddle.bench.workload;

import io.github.heddle.bench.Workload;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// A loop that calls methods, one of them through an interface with three implementations, which
/// are not inlined.
public final class Calls implements Workload {
  private final List<IntUnaryOperator> steps = List.of(n -> n + 1, n -> n ^ 5, n -> 3 * n);

  /// Nothing is to be prepared.
  public Calls() {}

  @Override
  public long run() {
    int value = 1;
    for (int i = 0; i < 30_000; i++) {
      value = halved(steps.get(i % 3).applyAsInt(value));
    }
    return value;
  }

  private static int halved(int value) {
    return value > 1_000_000 ? value / 2 : value;
  }
}
