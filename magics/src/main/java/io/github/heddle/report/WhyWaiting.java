package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.is;
import static io.github.heddle.report.Guide.COMPARING;
import static io.github.heddle.report.Guide.OVERVIEW;
import static io.github.heddle.report.Guide.TRADE_OFFS;
import static io.github.heddle.report.Guide.WHEN_TO_USE;
import static io.github.heddle.report.Source.MEASUREMENT;
import static io.github.heddle.report.WhySigns.kind;
import static io.github.heddle.report.WhySigns.slower;
import static io.github.heddle.report.WhySigns.suits;

import java.util.List;
import java.util.stream.Stream;

/// Why a model suits tasks that wait: for I/O, for a lock, or in turns with computing.
final class WhyWaiting {
  private static final List<Rule<Why>> IO =
      List.of(
          new Rule<>(
              "waiting, no faster at once",
              all(kind(Kind.IO_BOUND), suits("sequential")),
              why -> "the tasks wait, but " + WhySigns.noFaster(why.concurrent()),
              MEASUREMENT),
          new Rule<>(
              "waiting on a loop, not in a pool",
              all(
                  kind(Kind.IO_BOUND),
                  suits("async"),
                  slower("threads"),
                  is("fewer threads than tasks", WhyWaiting::poolIsSmall)),
              _ ->
                  "the tasks wait, and one thread can wait for all of them at once; a pool waits"
                      + " for as many as it has threads",
              COMPARING.section("1. Async Processing")),
          new Rule<>(
              "waiting on a loop",
              all(kind(Kind.IO_BOUND), suits("async")),
              _ -> "the tasks wait, and one thread can wait for all of them at once",
              COMPARING.section("1. Async Processing")),
          new Rule<>(
              "waiting in processes",
              all(kind(Kind.IO_BOUND), suits("processes")),
              _ -> "the tasks wait, and processes overlap it",
              WHEN_TO_USE.section("Multiprocessing")),
          new Rule<>(
              "waiting on threads",
              kind(Kind.IO_BOUND),
              why ->
                  "the tasks wait, and " + best(why) + " overlap it: while one waits, others run",
              WHEN_TO_USE.section("Threading")));

  private static final List<Rule<Why>> LOCKED =
      List.of(
          new Rule<>(
              "lock, no faster at once",
              all(kind(Kind.LOCK_BOUND), suits("sequential", "async")),
              _ ->
                  "tasks wait for a lock that one holds at a time: no other model was faster,"
                      + " holding it for less would help",
              TRADE_OFFS.section("Definition: Multithreading")),
          new Rule<>(
              "lock, and processes without it",
              all(
                  kind(Kind.LOCK_BOUND),
                  suits("processes"),
                  is("processes were not lock-bound", why -> why.best().kind() != Kind.LOCK_BOUND)),
              _ ->
                  "threads wait for a lock that one holds at a time; processes share no memory:"
                      + " neither the lock nor what it guards",
              TRADE_OFFS.section("Definition: Multiprocessing")),
          new Rule<>(
              "lock",
              kind(Kind.LOCK_BOUND),
              _ -> "tasks wait for a lock that one holds at a time: holding it for less would help",
              TRADE_OFFS.section("Definition: Multithreading")));

  private static final List<Rule<Why>> OTHERWISE =
      List.of(
          new Rule<>(
              "mixed work, no faster at once",
              all(kind(Kind.MIXED), suits("sequential")),
              why -> "the tasks compute and wait, but " + WhySigns.noFaster(why.concurrent()),
              MEASUREMENT),
          new Rule<>(
              "mixed work, one thread enough",
              all(kind(Kind.MIXED), suits("async"), WhySigns.PARALLEL),
              _ -> "the tasks compute and wait, and computing on one thread was enough",
              MEASUREMENT),
          new Rule<>(
              "mixed work on a loop",
              all(kind(Kind.MIXED), suits("async")),
              _ -> "the tasks compute and wait, and on a loop one computes while others wait",
              OVERVIEW.section("Summary of Use Cases")),
          new Rule<>(
              "mixed work in processes",
              all(kind(Kind.MIXED), suits("processes")),
              WhyWaiting::overlapsBoth,
              OVERVIEW.section("Summary of Use Cases")),
          new Rule<>(
              "mixed work on virtual threads",
              all(kind(Kind.MIXED), suits("virtual")),
              WhyWaiting::overlapsBoth,
              MEASUREMENT),
          new Rule<>(
              "mixed work on threads",
              kind(Kind.MIXED),
              WhyWaiting::overlapsBoth,
              TRADE_OFFS.section("Summary")),
          new Rule<>(
              "unknown",
              kind(Kind.UNKNOWN),
              _ -> "what the tasks did could not be told",
              MEASUREMENT));

  static final List<Rule<Why>> RULES =
      Stream.of(IO, LOCKED, OTHERWISE).flatMap(List::stream).toList();

  private WhyWaiting() {}

  private static boolean poolIsSmall(Why why) {
    return why.model("threads")
        .filter(pool -> pool.plan().workers() < pool.plan().tasks())
        .isPresent();
  }

  private static String overlapsBoth(Why why) {
    return "the tasks compute and wait, and " + best(why) + " overlap both";
  }

  private static String best(Why why) {
    return WhySigns.words(why.suits());
  }
}
