package io.github.heddle.kernel.magic;

import io.github.heddle.report.Timing.Sample;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.TaskBody;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Runs a body again and again and takes samples of it. Used once, by the thread that runs it.
///
/// The result of every run is stored in a field with release semantics: the JIT has to compute it,
/// may not join runs, and reads fields of other classes anew for each.
final class RepeatedRuns {
  private static final long SAMPLE_NANOS = 2_000_000;
  private static final long ENOUGH_NANOS = 2_000_000_000;
  private static final long PATIENCE_NANOS = 10_000_000_000L;
  private static final int FEWEST = 10;
  private static final int MOST_GROWTH = 4;
  private static final VarHandle RESULT = result();

  private final TaskBody<Integer, ?> body;
  private final LongSupplier nanoClock;
  private final TimeitOptions options;
  private final List<Sample> samples = new ArrayList<>();
  private long elapsedNanos;

  @SuppressWarnings("unused") // so that it is there for other threads
  private @Nullable Object result;

  RepeatedRuns(TaskBody<Integer, ?> body, LongSupplier nanoClock, TimeitOptions options) {
    this.body = body;
    this.nanoClock = nanoClock;
    this.options = options;
  }

  private static VarHandle result() {
    try {
      return MethodHandles.lookup().findVarHandle(RepeatedRuns.class, "result", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// Takes the samples, at least one; no more once the calling thread is to end.
  List<Sample> take() throws Throwable {
    long runs = options.runs().orElse(1);
    do {
      Sample sample = sample(runs);
      samples.add(sample);
      elapsedNanos += sample.nanos();
      runs = options.runs().orElse(next(sample));
    } while (!enough() && !Scope.endsCurrentThread());
    return samples;
  }

  private Sample sample(long runs) throws Throwable {
    long start = nanoClock.getAsLong();
    for (long run = 0; run < runs; run++) {
      RESULT.setRelease(this, body.run(0, 0));
    }
    return new Sample(runs, Math.max(1, nanoClock.getAsLong() - start));
  }

  /// So many that they take long enough to be measured, but no sudden jump: while they are
  /// interpreted, the first samples shall be short.
  private static long next(Sample last) {
    long fitting = (long) (SAMPLE_NANOS / last.perRun());
    return Math.clamp(fitting, 1, MOST_GROWTH * last.runs());
  }

  private boolean enough() {
    if (options.samples().isPresent()) {
      return samples.size() >= options.samples().getAsLong();
    }
    return elapsedNanos >= (samples.size() < FEWEST ? PATIENCE_NANOS : ENOUGH_NANOS);
  }
}
