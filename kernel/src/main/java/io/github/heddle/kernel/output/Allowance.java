package io.github.heddle.kernel.output;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// How many messages of text may be sent for no other reason than the order of streams: many at
/// once, but fewer in the long run, since servers cut off kernels that send more than 1000 messages
/// a second for 3 seconds. Not for several threads at once.
final class Allowance implements BooleanSupplier {
  static final int AT_ONCE = 600;
  static final int A_SECOND = 300;

  private final LongSupplier nanoClock;
  private double left = AT_ONCE;
  private long lastNanos;

  /// @param nanoClock nanoseconds since some origin
  Allowance(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.lastNanos = nanoClock.getAsLong();
  }

  /// Takes one more, if there is one.
  @Override
  public boolean getAsBoolean() {
    long now = nanoClock.getAsLong();
    double gained = (now - lastNanos) * (double) A_SECOND / TimeUnit.SECONDS.toNanos(1);
    lastNanos = now;
    left = Math.min(AT_ONCE, left + gained);
    boolean granted = left >= 1;
    if (granted) {
      left--;
    }
    return granted;
  }
}
