package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.below;
import static io.github.heddle.report.Condition.either;
import static io.github.heddle.report.Condition.some;
import static io.github.heddle.report.Guide.COMPARING;
import static io.github.heddle.report.Guide.TRADE_OFFS;
import static io.github.heddle.report.Source.MEASUREMENT;
import static io.github.heddle.report.WhySigns.finished;
import static io.github.heddle.report.WhySigns.kind;
import static io.github.heddle.report.WhySigns.slower;
import static io.github.heddle.report.WhySigns.suits;

import io.github.heddle.report.Quantity.Unit;
import java.util.List;

/// Why a model suits tasks that compute; and where nothing was overlapped, whatever they did.
final class WhyComputing {
  private static final Condition<Why> ONE_THREAD = suits("sequential", "async");

  static final List<Rule<Why>> RULES =
      List.of(
          new Rule<>(
              "computing on one core",
              all(kind(Kind.CPU_BOUND), WhySigns.ONE_CORE),
              why ->
                  "no speed-up of CPU-bound work can be expected on "
                      + why.best().coresText()
                      + ": there is nothing more to compute on",
              TRADE_OFFS.section("Definition: Multiprocessing")),
          new Rule<>(
              "nothing to overlap",
              below(
                  new Quantity<>("tasks that could be under way at once", Unit.COUNT, Why::atOnce),
                  2),
              _ -> "no two tasks could be under way at once: there was nothing to overlap",
              MEASUREMENT),
          new Rule<>(
              "one worker",
              all(
                  either(
                      suits("threads", "processes"), all(suits("virtual"), kind(Kind.CPU_BOUND))),
                  below(
                      new Quantity<>(
                          "workers of the best", Unit.COUNT, why -> why.suits().plan().workers()),
                      2)),
              why -> "one " + why.best().worker() + " took the tasks one after the other",
              MEASUREMENT),
          new Rule<>(
              "computing on a busy machine",
              all(
                  kind(Kind.CPU_BOUND),
                  ONE_THREAD,
                  some(
                      "under threads, virtual or processes",
                      why -> why.parallel().map(Finished::facts),
                      either(Signs.HELD_UP_BY_OTHERS, Signs.LOOP_WITHOUT_CORE))),
              why -> noFaster(why) + ", while other programs used much of the machine",
              MEASUREMENT),
          new Rule<>(
              "computing, no faster at once",
              all(kind(Kind.CPU_BOUND), ONE_THREAD, WhySigns.PARALLEL),
              WhyComputing::noFaster,
              MEASUREMENT),
          new Rule<>(
              "computing on one thread",
              all(kind(Kind.CPU_BOUND), ONE_THREAD),
              _ ->
                  "the tasks compute: threads and processes can do so on several cores, but were"
                      + " not compared",
              MEASUREMENT),
          new Rule<>(
              "computing in processes",
              all(kind(Kind.CPU_BOUND), suits("processes")),
              _ ->
                  "the tasks compute, and processes do so on several cores and share no memory that"
                      + " could hold them up",
              TRADE_OFFS.section("Definition: Multiprocessing")),
          new Rule<>(
              "computing on threads, not processes",
              all(kind(Kind.CPU_BOUND), slower("processes")),
              _ -> threadsCompute("; processes do too, but tasks and results have to be sent"),
              TRADE_OFFS.section("Tradeoff: Multiprocessing")),
          new Rule<>(
              "computing on threads, not a loop",
              all(kind(Kind.CPU_BOUND), finished("async")),
              _ -> threadsCompute("; an event loop has one thread"),
              COMPARING.section("1. Async Processing")),
          new Rule<>(
              "computing on threads", kind(Kind.CPU_BOUND), _ -> threadsCompute(""), MEASUREMENT));

  private WhyComputing() {}

  private static String noFaster(Why why) {
    return "the tasks compute, but " + WhySigns.noFaster(why.parallel());
  }

  private static String threadsCompute(String besides) {
    return "the tasks compute, and threads of Java do so on several cores at once" + besides;
  }
}
