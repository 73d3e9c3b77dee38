package io.github.heddle.truth;

import io.github.heddle.truth.Witnessed.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/// What one task saw of itself, from its first to its last moment without a gap.
///
/// @param process in which it ran
/// @param allocatedBytes what it was told to allocate
record Testimony(long process, List<Witnessed> steps, long allocatedBytes) {
  private static final int FIELDS = 7;
  private static final List<Kind> KINDS = List.of(Kind.values());

  Testimony {
    steps = List.copyOf(steps);
  }

  long fromNanos() {
    return steps.getFirst().fromNanos();
  }

  long toNanos() {
    return steps.getLast().toNanos();
  }

  long sum(ToLongFunction<Witnessed> amount) {
    return steps.stream().mapToLong(amount).sum();
  }

  /// The same as numbers: they are on their way to another process and back in no time, so that the
  /// way does not show in what is measured.
  long[] numbers() {
    LongStream.Builder all = LongStream.builder().add(process).add(allocatedBytes);
    for (Witnessed step : steps) {
      all.add(KINDS.indexOf(step.kind()))
          .add(step.fromNanos())
          .add(step.overNanos())
          .add(step.toNanos())
          .add(step.cpuNanos())
          .add(step.readyNanos())
          .add(step.mounted() ? 1 : 0);
    }
    return all.build().toArray();
  }

  static Testimony of(long[] numbers) {
    List<Witnessed> steps = new ArrayList<>();
    for (int at = 2; at < numbers.length; at += FIELDS) {
      steps.add(
          new Witnessed(
              KINDS.get((int) numbers[at]),
              numbers[at + 1],
              numbers[at + 2],
              numbers[at + 3],
              numbers[at + 4],
              numbers[at + 5],
              numbers[at + 6] != 0));
    }
    return new Testimony(numbers[0], steps, numbers[1]);
  }
}
