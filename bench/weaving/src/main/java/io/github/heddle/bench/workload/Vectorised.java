package io.github.heddle.bench.workload;

import io.github.heddle.bench.Workload;
import java.util.Arrays;

/// A loop that the JIT compiler turns into vector instructions, if nothing stands in it.
public final class Vectorised implements Workload {
  private final int[] numbers = new int[100_000];

  /// Fills the array.
  public Vectorised() {
    Arrays.setAll(numbers, i -> i);
  }

  @Override
  public long run() {
    int sum = 0;
    for (int number : numbers) {
      sum += number * 3;
    }
    return sum;
  }
}
