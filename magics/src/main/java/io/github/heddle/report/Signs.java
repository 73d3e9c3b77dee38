package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Condition.below;
import static io.github.heddle.report.Condition.either;
import static io.github.heddle.report.Condition.is;

import io.github.heddle.report.Quantity.Unit;
import io.github.heddle.trace.Hold;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// What rules on a run look at, and the conditions that several of them share.
final class Signs {
  static final Quantity<Facts> WALL = time("wall", facts -> facts.numbers().wallNanos());
  static final Quantity<Facts> SAMPLES = count("samples of the run", Facts::samples);
  static final Quantity<Facts> TASKS = count("tasks", facts -> facts.counts().tasks());
  static final Quantity<Facts> WORKERS = count("workers", facts -> facts.plan().workers());
  static final Quantity<Facts> CORES = count("usable cores", Facts::cores);
  static final Quantity<Facts> READY = share("task time waiting for a core", Facts::ready);
  static final Quantity<Facts> TURN = share("task time waiting for loop or carrier", Facts::turn);
  static final Quantity<Facts> OTHERS =
      share("the machine used by other programs", Facts::crowding);
  static final Quantity<Facts> FACTOR = factor("speed-up", Facts::factor);

  /// What differs by less counts as being as fast.
  static final double FASTER = 1.05;

  /// What is slower by less counts as being as fast.
  static final double SAME = 1 / FASTER;

  /// The run was over before start-up, the just-in-time compiler or the sampling grid could stop
  /// mattering.
  static final Condition<Facts> TOO_SHORT = either(below(WALL, 10_000_000), below(SAMPLES, 10));

  /// Tasks waited while a pool that all share was busy, or threads that nobody looked at one by
  /// one: for whom cannot be told, nor what tasks waited for.
  static final Condition<Facts> WAITS_UNCLEAR =
      atLeast(
          share("task time waiting beside busy threads, for whom is not known", Facts::unsure),
          0.1);

  /// Workers spent more time between tasks than in them, as tasks were tiny.
  static final Condition<Facts> TASKS_TOO_SMALL =
      all(
          below(share("workers' time in tasks", Facts::occupied), 0.5),
          below(time("median task", Facts::medianNanos), 100_000));

  /// The share of the machine from which on other programs matter.
  static final double MUCH_OF_THE_MACHINE = 0.25;

  /// The share of the computing from which on it matters that others than workers did it.
  static final double MUCH_HELPED = 0.2;

  static final Condition<Facts> CROWDED = atLeast(OTHERS, MUCH_OF_THE_MACHINE);

  /// Other programs used much of the machine, and tasks had use for it.
  static final Condition<Facts> DISTURBED =
      all(CROWDED, atLeast(share("task time running or waiting to run", Facts::computing), 0.2));

  static final Condition<Facts> WAITED_FOR_CORE = atLeast(READY, 0.2);
  static final Condition<Facts> WAITED_FOR_TURN = atLeast(TURN, 0.2);

  /// Tasks waited for cores while other programs used them.
  static final Condition<Facts> HELD_UP_BY_OTHERS = all(WAITED_FOR_CORE, CROWDED);

  static final Condition<Facts> CORES_FULL =
      atLeast(share("usable cores used", Facts::coresUsedShare), 0.9);

  /// A task held others up for so long that it mattered.
  static final Condition<Facts> LONG_HOLD =
      atLeast(share("longest hold of loop or carrier, of wall", Facts::longestHoldShare), 0.05);

  /// The quota kept threads from running for so much of the time that it mattered.
  static final Condition<Facts> THROTTLED =
      atLeast(share("time throttled, of wall", facts -> facts.ofWall(facts.throttledNanos())), 0.1);

  /// Tasks could go on, but loop or carriers did not get the cores that they could use: others did.
  static final Condition<Facts> LOOP_WITHOUT_CORE =
      all(
          WAITED_FOR_TURN,
          CROWDED,
          below(share("cores used, of those of loop or carriers", Facts::usedOfLoop), 0.6));

  /// Slower than the same tasks one at a time, as these are counted without waits for a core or a
  /// lock; but other programs used much of the machine, a quota held threads back, or tasks waited
  /// for locks that no task held: one at a time, they would have waited, too.
  static final Condition<Facts> SLOWNESS_UNCLEAR =
      all(below(FACTOR, SAME), either(CROWDED, THROTTLED, kind(Kind.LOCK_BOUND)));

  /// From so many usable cores on, computing on several threads is faster than one at a time: a
  /// quota of 1.5 gives up to 1.5×.
  static final double ENOUGH_CORES = 1.2;

  static final Condition<Facts> FEW_CORES = below(CORES, ENOUGH_CORES);

  /// Much of the time went into sending.
  static final Condition<Facts> MUCH_SENT =
      atLeast(share("task time sending", Facts::sending), 1 / 3.0);

  static final Condition<Facts> DEADLOCK = is("a deadlock was found", Facts::deadlocked);
  static final Condition<Facts> ALWAYS = is("none of the others", _ -> true);

  private Signs() {}

  static Condition<Facts> model(String... names) {
    String words = Arrays.stream(names).map(name -> "%%" + name).collect(Collectors.joining(", "));
    return is(words, facts -> Arrays.stream(names).anyMatch(facts::model));
  }

  static Condition<Facts> kind(Kind kind) {
    return is(kind.adjective().strip() + " tasks", facts -> facts.kind() == kind);
  }

  /// A hold that mattered, of a task that waited where it could not leave its carrier.
  static Condition<Facts> longHoldPinned() {
    return all(
        LONG_HOLD,
        is(
            "it waited without leaving its carrier",
            facts -> facts.numbers().loop().longest().filter(Hold::pinned).isPresent()));
  }

  static Quantity<Facts> share(String name, ToDoubleFunction<Facts> of) {
    return new Quantity<>(name, Unit.SHARE, of);
  }

  static Quantity<Facts> time(String name, ToDoubleFunction<Facts> of) {
    return new Quantity<>(name, Unit.TIME, of);
  }

  static Quantity<Facts> count(String name, ToDoubleFunction<Facts> of) {
    return new Quantity<>(name, Unit.COUNT, of);
  }

  static Quantity<Facts> factor(String name, ToDoubleFunction<Facts> of) {
    return new Quantity<>(name, Unit.FACTOR, of);
  }
}
