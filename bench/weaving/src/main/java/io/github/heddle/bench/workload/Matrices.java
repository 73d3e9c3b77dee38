package io.github.heddle.bench.workload;

import io.github.heddle.bench.Workload;
import java.util.Arrays;

/// Loops in loops, over numbers with a fraction.
public final class Matrices implements Workload {
  private static final int SIZE = 96;

  private final double[][] left = filled(1.5);
  private final double[][] right = filled(0.25);

  /// Fills the matrices.
  public Matrices() {}

  private static double[][] filled(double value) {
    double[][] matrix = new double[SIZE][SIZE];
    for (double[] row : matrix) {
      Arrays.fill(row, value);
    }
    return matrix;
  }

  @Override
  public long run() {
    double[][] product = new double[SIZE][SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int k = 0; k < SIZE; k++) {
        for (int j = 0; j < SIZE; j++) {
          product[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return (long) product[SIZE / 2][SIZE / 3];
  }
}
