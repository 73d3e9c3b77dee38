package io.github.heddle.bench;

/// A piece of work whose result depends on all of it.
public interface Workload {
  /// Does it once. It takes some 10 µs to some ms.
  long run();
}
