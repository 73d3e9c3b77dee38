package io.github.heddle.report;

import static io.github.heddle.report.Source.COMPARING;
import static io.github.heddle.report.Source.OVERVIEW;
import static io.github.heddle.report.Source.WHEN_TO_USE;

import java.util.List;

/// What would be different in Python, where the measurement shows that it would be.
final class InPython {
  static final List<Rule> RULES =
      List.of(
          new Rule(
              facts -> facts.model("async") && facts.longHold().isPresent(),
              _ ->
                  "in Python, too, a coroutine that does not await holds the loop:"
                      + " asyncio.to_thread takes waiting off it, computing needs a process pool",
              OVERVIEW),
          new Rule(
              facts -> facts.kind() == Kind.IO_BOUND && fasterThan(facts, "async"),
              _ ->
                  "in Python asyncio does the same, but only for libraries that are written for it:"
                      + " every function on the way needs async and await",
              COMPARING),
          new Rule(
              facts -> facts.kind() == Kind.IO_BOUND && fasterThan(facts, "virtual"),
              _ -> "Python has no virtual threads: asyncio is its way to overlap so much waiting",
              COMPARING),
          new Rule(
              facts -> facts.kind() == Kind.CPU_BOUND && fasterThan(facts, "virtual"),
              _ -> "in Python the GIL lets one thread compute at a time: processes would be needed",
              OVERVIEW),
          new Rule(
              facts -> facts.kind() == Kind.CPU_BOUND && fasterThan(facts, "threads"),
              _ ->
                  "in Python the GIL lets one thread compute at a time: threads would give no"
                      + " speed-up here, processes would",
              OVERVIEW),
          new Rule(
              facts -> facts.kind() == Kind.CPU_BOUND && fasterThan(facts, "processes"),
              _ -> "in Python, too, processes give this speed-up: each has a GIL of its own",
              COMPARING),
          new Rule(
              facts -> facts.model("processes") && facts.allDone() && facts.sending() >= 1 / 3.0,
              _ ->
                  "in Python's multiprocessing, too, what goes to a process and comes back is"
                      + " copied: it is pickled",
              COMPARING),
          new Rule(
              facts -> facts.kind() == Kind.IO_BOUND && fasterThan(facts, "threads"),
              _ -> "in Python, too, threads overlap waiting: the GIL is free while a thread waits",
              WHEN_TO_USE),
          new Rule(
              facts -> facts.kind() == Kind.MIXED && fasterThan(facts, "threads"),
              _ ->
                  "in Python the GIL would let the waiting of threads overlap, but only one compute"
                      + " at a time",
              WHEN_TO_USE));

  private InPython() {}

  private static boolean fasterThan(Facts facts, String model) {
    return facts.model(model) && facts.allDone() && facts.speedUpKnown() && facts.factor() >= 1.2;
  }
}
