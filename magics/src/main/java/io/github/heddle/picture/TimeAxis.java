package io.github.heddle.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.LongStream;

/// The time axis that all parts of a picture share. 0 is when the first task was submitted; the
/// axis begins there, or earlier where the start-up of workers is to be seen.
///
/// @param startNanos where it begins, 0 or below
/// @param endNanos where it ends, above 0
/// @param unit what its numbers count
/// @param titled whether it is said what it shows: not where the same axis follows below
record TimeAxis(long startNanos, long endNanos, Unit unit, boolean titled) {
  private static final int MOST_TICKS = 9;
  private static final int STEPS_DRAWN = 6000;
  private static final int STEPS_TOLD = 200_000;

  /// What the numbers of an axis count.
  enum Unit {
    MICROSECONDS("µs", 1_000),
    MILLISECONDS("ms", 1_000_000),
    SECONDS("s", 1_000_000_000);

    final String symbol;
    final long nanos;

    Unit(String symbol, long nanos) {
      this.symbol = symbol;
      this.nanos = nanos;
    }
  }

  static TimeAxis upTo(long endNanos) {
    return between(0, endNanos);
  }

  static TimeAxis between(long startNanos, long endNanos) {
    long start = Math.min(startNanos, 0);
    long end = Math.max(endNanos, 1_000);
    return new TimeAxis(start, end, unitFor(end - start), true);
  }

  /// The same where another one follows below.
  TimeAxis untitled() {
    return new TimeAxis(startNanos, endNanos, unit, false);
  }

  /// How much time it shows.
  long nanos() {
    return endNanos - startNanos;
  }

  /// Whether something is shown from before the first task was submitted.
  boolean beginsEarlier() {
    return startNanos < 0;
  }

  /// The moment of the axis nearest to this one.
  long clamp(long nanos) {
    return Math.clamp(nanos, startNanos, endNanos);
  }

  /// The smallest round length of time, 1, 2 or 5 times a power of ten, that is not below the one
  /// given.
  static long round(long nanos) {
    long power = 1;
    while (power * 10 <= nanos) {
      power *= 10;
    }
    for (long factor : new long[] {1, 2, 5}) {
      if (factor * power >= nanos) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /// A time in the axis' unit, as finely as it can be drawn.
  BigDecimal value(long nanos) {
    return rounded(nanos, decimals(STEPS_DRAWN));
  }

  /// A time in the axis' unit, as it was measured: finer than it can be drawn.
  BigDecimal exact(long nanos) {
    return rounded(nanos, decimals(STEPS_TOLD));
  }

  /// The times to write under the axis.
  List<Long> ticks() {
    long step = round(Math.max(1, nanos() / MOST_TICKS));
    return LongStream.rangeClosed(Math.ceilDiv(startNanos, step), endNanos / step)
        .mapToObj(tick -> tick * step)
        .toList();
  }

  /// The width of a stretch of time on an axis so long.
  double length(long nanos, double axisLength) {
    return axisLength * nanos / nanos();
  }

  /// How far from the beginning of an axis so long a moment stands.
  double place(long nanos, double axisLength) {
    return length(nanos - startNanos, axisLength);
  }

  private BigDecimal rounded(long nanos, int decimals) {
    BigDecimal exact = BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit.nanos));
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  private int decimals(int steps) {
    long smallest = Math.max(1, nanos() / steps);
    int decimals = 0;
    for (long shown = unit.nanos; shown > smallest; shown /= 10) {
      decimals++;
    }
    return decimals;
  }

  private static Unit unitFor(long length) {
    if (length < 1_000_000) {
      return Unit.MICROSECONDS;
    }
    return length < 2_000_000_000 ? Unit.MILLISECONDS : Unit.SECONDS;
  }
}
