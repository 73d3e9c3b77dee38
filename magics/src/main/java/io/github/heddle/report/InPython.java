package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Condition.is;
import static io.github.heddle.report.Condition.unless;
import static io.github.heddle.report.Guide.COMPARING;
import static io.github.heddle.report.Guide.OVERVIEW;
import static io.github.heddle.report.Guide.TRADE_OFFS;
import static io.github.heddle.report.Guide.WHEN_TO_USE;
import static io.github.heddle.report.Signs.kind;
import static io.github.heddle.report.Signs.model;

import java.util.List;

/// What would be different in Python, where the measurement shows that it would be.
final class InPython {
  /// Every task has a result, and overlapping them brought much.
  static final Condition<Facts> MUCH_FASTER =
      all(
          is("all tasks done", Facts::allDone),
          unless(Headlines.SPEED_UP_UNKNOWN),
          atLeast(Signs.FACTOR, Signs.MUCH_FASTER));

  static final List<Rule<Facts>> RULES =
      List.of(
          new Rule<>(
              "async: held",
              all(model("async"), Signs.LONG_HOLD),
              _ ->
                  "in Python, too, a coroutine that does not await holds the loop:"
                      + " asyncio.to_thread takes waiting off it, a process pool computing",
              WHEN_TO_USE.section("Asyncio")),
          new Rule<>(
              "async: waiting",
              all(model("async"), kind(Kind.IO_BOUND), MUCH_FASTER),
              _ ->
                  "in Python asyncio does the same, but only for libraries that are written for it:"
                      + " every function on the way needs async and await",
              COMPARING.section("1. Async Processing")),
          new Rule<>(
              "virtual: waiting",
              all(model("virtual"), kind(Kind.IO_BOUND), MUCH_FASTER),
              _ -> "Python has no virtual threads: asyncio is its way to overlap so much waiting",
              COMPARING.section("6. Conclusion")),
          new Rule<>(
              "virtual: computing",
              all(model("virtual"), kind(Kind.CPU_BOUND), MUCH_FASTER),
              _ ->
                  "in Python the GIL lets one thread run Python code at a time: threads compute"
                      + " faster only in libraries that release it",
              COMPARING.section("2. Multithreading")),
          new Rule<>(
              "threads: computing",
              all(model("threads"), kind(Kind.CPU_BOUND), MUCH_FASTER),
              _ ->
                  "in Python the GIL lets one thread run Python code at a time: threads would give"
                      + " no speed-up of it, processes would",
              COMPARING.section("5. Python's GIL")),
          new Rule<>(
              "processes: computing",
              all(model("processes"), kind(Kind.CPU_BOUND), MUCH_FASTER),
              _ ->
                  "in Python, too, processes give this speed-up: each has an interpreter of its"
                      + " own, so the GIL does not stop them",
              COMPARING.section("3. Multiprocessing")),
          new Rule<>(
              "processes: sending",
              all(model("processes"), is("all tasks done", Facts::allDone), Signs.MUCH_SENT),
              _ ->
                  "in Python, too, processes communicate more slowly than threads: what goes to one"
                      + " and comes back has to be sent",
              TRADE_OFFS.section("Tradeoff: Multiprocessing")),
          new Rule<>(
              "threads: waiting",
              all(model("threads"), kind(Kind.IO_BOUND), MUCH_FASTER),
              _ -> "in Python, too, threads overlap waiting: the GIL is free while a thread waits",
              WHEN_TO_USE.section("Threading")),
          new Rule<>(
              "threads: mixed",
              all(model("threads"), kind(Kind.MIXED), MUCH_FASTER),
              _ ->
                  "in Python the GIL lets the waiting of threads overlap, but only one run Python"
                      + " code at a time",
              OVERVIEW.section("2. Python threading")));

  private InPython() {}
}
