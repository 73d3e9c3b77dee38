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
  static final Quantity<Facts> HELPED = share("CPU time of helpers", Facts::helped);

  /// What differs by less counts as being as fast: by a few per cent also runs of the same differ.
  static final double FASTER = 1.05;

  /// What is slower by less counts as being as fast.
  static final double SAME = 1 / FASTER;

  /// What is said of Python was not measured there, so it is said only of gains that are four times
  /// as large as what just counts as faster.
  static final double MUCH_FASTER = 1.2;

  /// Of fewer samples, each stands for more than a tenth of the run.
  static final int FEWEST_SAMPLES = 10;

  /// Time for ten samples where they are as close as they get, a millisecond apart.
  static final double SHORTEST_NANOS = 10_000_000;

  /// The run was over before the just-in-time compiler or the sampling grid could stop mattering.
  static final Condition<Facts> TOO_SHORT =
      either(below(WALL, SHORTEST_NANOS), below(SAMPLES, FEWEST_SAMPLES));

  /// The opposite.
  static final Condition<Facts> LONG_ENOUGH =
      all(atLeast(WALL, SHORTEST_NANOS), atLeast(SAMPLES, FEWEST_SAMPLES));

  /// Tasks waited while a pool that all share was busy, or threads that nobody looked at one by
  /// one: for whom cannot be told, nor what tasks waited for.
  static final Condition<Facts> WAITS_UNCLEAR =
      atLeast(
          share("task time waiting beside busy threads, for whom is not known", Facts::unsure),
          SpeedUp.UNSURE);

  /// With less of their time in tasks, workers spent more of it between tasks than in them.
  static final double MOSTLY_IN_TASKS = 0.5;

  /// Beside longer tasks, so much time between them is not that of handing them over: of a hundred
  /// thousand tasks on threads, on a loop and on carriers, that took 0.3 to 13 µs each.
  static final double TINY_NANOS = 100_000;

  /// Workers spent more time between tasks than in them, as tasks were tiny.
  static final Condition<Facts> TASKS_TOO_SMALL =
      all(
          below(share("workers' time in tasks", Facts::occupied), MOSTLY_IN_TASKS),
          below(time("median task", Facts::medianNanos), TINY_NANOS));

  /// The share of the machine from which on other programs matter: what fills the rest takes a
  /// third longer than it would with all of it.
  static final double MUCH_OF_THE_MACHINE = 0.25;

  /// The share of the computing from which on it matters that others than workers did it: what was
  /// computed is then 1.25 times what workers did.
  static final double MUCH_HELPED = 0.2;

  /// The share of a time from which on a wait or a pause matters: without it, all else would be
  /// done 1.25 times as fast.
  static final double MUCH_LOST = 0.2;

  static final Condition<Facts> CROWDED = atLeast(OTHERS, MUCH_OF_THE_MACHINE);

  /// The computing was that of workers alone, or nearly so.
  static final Condition<Facts> HARDLY_HELPED = below(HELPED, MUCH_HELPED);

  static final Condition<Facts> WELL_HELPED = atLeast(HELPED, MUCH_HELPED);

  /// There are tasks that could overlap.
  static final Condition<Facts> SEVERAL_TASKS = atLeast(TASKS, 2);

  /// Other programs used much of the machine, and tasks had use for it: waits for a core are a part
  /// of that time, so where it is less than [#MUCH_LOST] they are, too.
  static final Condition<Facts> DISTURBED =
      all(
          CROWDED,
          atLeast(share("task time running or waiting to run", Facts::computing), MUCH_LOST));

  static final Condition<Facts> WAITED_FOR_CORE = atLeast(READY, MUCH_LOST);
  static final Condition<Facts> WAITED_FOR_TURN = atLeast(TURN, MUCH_LOST);

  /// Tasks waited for cores while other programs used them.
  static final Condition<Facts> HELD_UP_BY_OTHERS = all(WAITED_FOR_CORE, CROWDED);

  /// What is left of the cores beyond this could make the same computing 1.11 times as fast at
  /// most.
  static final double FULL = 0.9;

  static final Condition<Facts> CORES_FULL =
      atLeast(share("usable cores used", Facts::coresUsedShare), FULL);

  /// Without a shorter hold, beside wall, the run would just about count as faster at most.
  static final double LONG = 0.05;

  /// A task held others up for so long that it mattered.
  static final Condition<Facts> LONG_HOLD =
      atLeast(share("longest hold of loop or carrier, of wall", Facts::longestHoldShare), LONG);

  /// Less throttled time, summed over cores, cost a tenth of the run at most.
  static final double MUCH_THROTTLED = 0.1;

  /// The quota kept threads from running for so much of the time that it mattered.
  static final Condition<Facts> THROTTLED =
      atLeast(
          share("time throttled, of wall", facts -> facts.ofWall(facts.throttledNanos())),
          MUCH_THROTTLED);

  /// A loop that shares its core with one other busy program gets half of it; the rest is room for
  /// what it does not use.
  static final double HARDLY_MORE_THAN_HALF = 0.6;

  /// Tasks could go on, but loop or carriers did not get the cores that they could use: others did.
  static final Condition<Facts> LOOP_WITHOUT_CORE =
      all(
          WAITED_FOR_TURN,
          CROWDED,
          below(
              share("cores used, of those of loop or carriers", Facts::usedOfLoop),
              HARDLY_MORE_THAN_HALF));

  /// Slower than the same tasks one at a time, as these are counted without waits for a core or a
  /// lock; but other programs used much of the machine, a quota held threads back, or tasks waited
  /// for locks that no task held: one at a time, they would have waited, too.
  static final Condition<Facts> SLOWNESS_UNCLEAR =
      all(below(FACTOR, SAME), either(CROWDED, THROTTLED, kind(Kind.LOCK_BOUND)));

  /// No speed-up can be named: there is nothing to overlap, too little was measured, or the run was
  /// about handing tasks over or about other programs.
  static final Condition<Facts> SPEED_UP_UNKNOWN =
      either(
          TOO_SHORT,
          below(TASKS, 2),
          is("one at a time is not known", facts -> facts.numbers().speedUp().isEmpty()),
          TASKS_TOO_SMALL,
          HELD_UP_BY_OTHERS,
          LOOP_WITHOUT_CORE,
          SLOWNESS_UNCLEAR);

  /// A quota of so many cores gives that speed-up of computing at most; less than [#FASTER] counts
  /// as none.
  static final double ENOUGH_CORES = FASTER;

  static final Condition<Facts> FEW_CORES = below(CORES, ENOUGH_CORES);

  /// From this share on, sending took half as long as all else that tasks did, or longer.
  static final double SENT = 1 / 3.0;

  /// Much of the time went into sending.
  static final Condition<Facts> MUCH_SENT =
      atLeast(share("task time sending", Facts::sending), SENT);

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
