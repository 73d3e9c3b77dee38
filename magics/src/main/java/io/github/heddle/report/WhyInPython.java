package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Guide.COMPARING;
import static io.github.heddle.report.Guide.OVERVIEW;
import static io.github.heddle.report.Guide.TRADE_OFFS;
import static io.github.heddle.report.Guide.WHEN_TO_USE;
import static io.github.heddle.report.WhySigns.best;
import static io.github.heddle.report.WhySigns.finished;
import static io.github.heddle.report.WhySigns.kind;
import static io.github.heddle.report.WhySigns.suits;

import java.util.List;

/// What a comparison would give in Python, where the measurement shows that overlapping brings
/// much.
final class WhyInPython {
  private static final Condition<Why> MUCH_FASTER = best(InPython.MUCH_FASTER);

  static final List<Rule<Why>> RULES =
      List.of(
          new Rule<>(
              "computing on one core",
              all(kind(Kind.CPU_BOUND), WhySigns.ONE_CORE),
              _ ->
                  "in Python it is the same on one core: neither asyncio nor threads nor"
                      + " processes compute faster",
              TRADE_OFFS.section("Definition: Multiprocessing")),
          new Rule<>(
              "computing",
              all(kind(Kind.CPU_BOUND), suits("threads", "virtual", "processes"), MUCH_FASTER),
              _ ->
                  "in Python the GIL lets one thread run Python code at a time: only processes"
                      + " would be faster than one at a time",
              COMPARING.section("5. Python's GIL")),
          new Rule<>(
              "waiting in processes",
              all(kind(Kind.IO_BOUND), suits("processes"), MUCH_FASTER),
              _ ->
                  "in Python, too, processes overlap waiting, but cost more than asyncio or"
                      + " threads",
              OVERVIEW.section("When to use which Concurrency Model")),
          new Rule<>(
              "waiting, not on a loop",
              all(kind(Kind.IO_BOUND), suits("threads", "virtual"), finished("async"), MUCH_FASTER),
              _ -> "in Python, too, threads overlap waiting: the GIL is free while a thread waits",
              WHEN_TO_USE.section("Threading")),
          new Rule<>(
              "waiting",
              all(kind(Kind.IO_BOUND), suits("async", "threads", "virtual"), MUCH_FASTER),
              _ ->
                  "in Python it is the same: asyncio and threads overlap waiting, and processes"
                      + " cost more",
              OVERVIEW.section("When to use which Concurrency Model")),
          new Rule<>(
              "mixed",
              all(kind(Kind.MIXED), suits("threads", "virtual", "processes"), MUCH_FASTER),
              _ ->
                  "in Python the GIL lets the waiting of threads overlap, but only one run Python"
                      + " code at a time: processes overlap both",
              OVERVIEW.section("Summary of Use Cases")));

  private WhyInPython() {}
}
