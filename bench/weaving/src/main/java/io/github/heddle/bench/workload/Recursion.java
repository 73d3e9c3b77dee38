package io.github.heddle.bench.workload;

import io.github.heddle.bench.Workload;

/// A method that calls itself twice: an entry check for every few instructions.
public final class Recursion implements Workload {
  /// Nothing is to be prepared.
  public Recursion() {}

  @Override
  public long run() {
    return fibonacci(22);
  }

  private static long fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }
}
