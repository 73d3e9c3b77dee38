package io.github.heddle.report;

import io.github.heddle.trace.Helpers;
import io.github.heddle.trace.Hold;
import io.github.heddle.trace.Transfer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/// A number of a run and how it reads, alone and as one end of a range.
record Amount(double value, String text, String inRange) {
  /// Where threads were not counted, less than this may be anything.
  private static final long HARDLY_HELPED = 1_000_000;

  private static final int MOST_LOCKS = 3;

  private Amount(double value, String text) {
    this(value, text, text);
  }

  static Optional<Amount> of(OptionalLong value, LongFunction<String> format) {
    return value.stream().mapToObj(n -> new Amount(n, format.apply(n))).findFirst();
  }

  static Optional<Amount> of(OptionalDouble value, DoubleFunction<String> format) {
    return value.stream().mapToObj(n -> new Amount(n, format.apply(n))).findFirst();
  }

  static Optional<Amount> share(Numbers numbers, Function<Shares, Double> state) {
    return numbers.shares().map(state).map(n -> new Amount(n, Figures.percent(n)));
  }

  static Optional<Amount> speedUp(
      Numbers numbers, ToDoubleFunction<SpeedUp> part, DoubleFunction<String> format) {
    return numbers.speedUp().map(part::applyAsDouble).map(n -> new Amount(n, format.apply(n)));
  }

  /// `64.0 MB in 50.0 ms`.
  static Optional<Amount> transferred(
      Numbers numbers, ToLongFunction<Transfer> bytes, ToLongFunction<Transfer> nanos) {
    return numbers
        .counters()
        .transfer()
        .map(transfer -> transferred(bytes.applyAsLong(transfer), nanos.applyAsLong(transfer)));
  }

  /// The range is that of the bytes alone: the runs with the fewest need not be the quickest.
  private static Amount transferred(long bytes, long nanos) {
    String text = Figures.bytes(bytes);
    return new Amount(bytes, nanos == 0 ? text : text + " in " + Figures.duration(nanos), text);
  }

  static Optional<Amount> coresUsed(Numbers numbers) {
    String usable = Figures.plain(numbers.usable().count());
    return of(numbers.coresUsed(), used -> Figures.number(used) + " of " + usable);
  }

  /// `2, 14.0 ms`; nothing where there were none.
  static Optional<Amount> gcPauses(Numbers numbers) {
    return numbers
        .counters()
        .gcPauses()
        .filter(pauses -> pauses.count() > 0)
        .map(pauses ->
            new Amount(
                pauses.nanos(),
                Figures.thousands(pauses.count()) + ", " + Figures.duration(pauses.nanos())));
  }

  /// `3.00 ms, 0.300 % of a core`.
  static Optional<Amount> sampling(Numbers numbers) {
    double wall = Math.max(1, numbers.wallNanos());
    return of(
        numbers.counters().samplerNanos(),
        nanos ->
            Figures.duration(nanos) + ", " + Figures.number(100 * nanos / wall) + " % of a core");
  }

  static Optional<Amount> waitingFor(Numbers numbers, String turn) {
    return numbers.loop().turn().filter(turn::equals).flatMap(_ -> share(numbers, Shares::ready));
  }

  static Optional<Amount> held(Numbers numbers, String turn, Predicate<Hold> counts) {
    return numbers.loop().turn().filter(turn::equals).stream()
        .flatMap(_ -> numbers.loop().holds().stream())
        .filter(counts)
        .findFirst()
        .map(Amount::held);
  }

  private static Amount held(Hold hold) {
    String duration = Figures.duration(hold.nanos());
    return new Amount(hold.nanos(), duration + " (task " + hold.task() + ")", duration);
  }

  static Optional<Amount> helpers(Numbers numbers) {
    Helpers helpers = numbers.helpers();
    String time = Figures.duration(helpers.runningNanos());
    if (helpers.threads() > 0) {
      return Optional.of(
          new Amount(helpers.runningNanos(), Figures.thousands(helpers.threads()) + ", " + time));
    }
    return helpers.runningNanos() < HARDLY_HELPED
        ? Optional.empty()
        : Optional.of(new Amount(helpers.runningNanos(), time));
  }

  /// The value of several locks is the longest that was waited for one of them.
  static Optional<Amount> locks(Numbers numbers) {
    return numbers.locks().stream()
        .limit(MOST_LOCKS)
        .map(lock -> lock.lock() + " " + Figures.duration(lock.nanos()))
        .reduce((first, second) -> first + ", " + second)
        .map(text -> new Amount(numbers.locks().getFirst().nanos(), text));
  }

  /// On Linux everything is told; a number that is missing there has nothing to say.
  static Optional<Amount> missing(Numbers numbers) {
    List<String> missing =
        numbers.counters().voluntarySwitches().isPresent() ? List.of() : Missing.of(numbers);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new Amount(missing.size(), String.join(", ", missing)));
  }

  static Optional<Amount> taskTime(Numbers numbers, ToLongFunction<TaskTimes> which) {
    return numbers.taskTimes().map(which::applyAsLong).map(n -> new Amount(n, Figures.duration(n)));
  }
}
