package io.github.heddle.bench.workload;

import io.github.heddle.bench.Workload;
import java.util.ArrayList;
import java.util.List;

/// A loop that makes objects that live on for a while.
public final class Allocation implements Workload {
  private record Point(int x, int y) {}

  /// Nothing is to be prepared.
  public Allocation() {}

  @Override
  public long run() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      points.add(new Point(i, -i / 2));
    }
    long sum = 0;
    for (Point point : points) {
      sum += point.x() + point.y();
    }
    return sum;
  }
}
