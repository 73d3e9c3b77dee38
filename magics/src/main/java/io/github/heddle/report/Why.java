package io.github.heddle.report;

import static io.github.heddle.report.Condition.all;
import static io.github.heddle.report.Condition.atLeast;
import static io.github.heddle.report.Condition.below;
import static io.github.heddle.report.Condition.is;
import static io.github.heddle.report.Guide.COMPARING;
import static io.github.heddle.report.Guide.OVERVIEW;
import static io.github.heddle.report.Guide.TRADE_OFFS;
import static io.github.heddle.report.Guide.WHEN_TO_USE;
import static io.github.heddle.report.Source.MEASUREMENT;

import io.github.heddle.report.Quantity.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Why a model suits a piece of work better than others, here and in Python. The lessons are those
/// of the guides.
///
/// @param suits the model that does
/// @param finished every model that finished
/// @param kind what kind of work it is
record Why(Report suits, List<Report> finished, Kind kind) {
  private static final Condition<Why> ONE_CORE =
      below(
          new Quantity<>("usable cores", Unit.COUNT, why -> why.suits.numbers().usable().count()),
          Signs.ENOUGH_CORES);

  private static final List<Rule<Why>> COMPUTING =
      List.of(
          new Rule<>(
              "computing on one core",
              all(kind(Kind.CPU_BOUND), ONE_CORE),
              why ->
                  "no speed-up of CPU-bound work can be expected on "
                      + Figures.cores(why.suits.numbers().usable().count())
                      + ": there is nothing more to compute on",
              TRADE_OFFS.section("Definition: Multiprocessing")),
          new Rule<>(
              "computing on a busy machine",
              all(
                  kind(Kind.CPU_BOUND),
                  suits("sequential", "async"),
                  is("other programs held some model up", Why::busy)),
              _ -> nothingBrought("other programs used the cores"),
              MEASUREMENT),
          new Rule<>(
              "computing in too little",
              all(kind(Kind.CPU_BOUND), suits("sequential", "async")),
              _ -> nothingBrought("handing tasks over cost what it saved"),
              MEASUREMENT),
          new Rule<>(
              "computing in processes",
              all(kind(Kind.CPU_BOUND), suits("processes")),
              _ ->
                  "the tasks compute, and processes do so on all cores and share nothing that could"
                      + " hold them up",
              COMPARING.section("3. Multiprocessing")),
          new Rule<>(
              "computing on threads, not processes",
              all(kind(Kind.CPU_BOUND), slower("processes")),
              _ -> threadsCompute("; processes do too, but tasks and results have to be sent"),
              TRADE_OFFS.section("Tradeoff: Multiprocessing")),
          new Rule<>(
              "computing on threads, not a loop",
              all(kind(Kind.CPU_BOUND), slower("async")),
              _ -> threadsCompute("; an event loop has one core"),
              COMPARING.section("1. Async Processing")),
          new Rule<>(
              "computing on threads", kind(Kind.CPU_BOUND), _ -> threadsCompute(""), MEASUREMENT));

  private static final List<Rule<Why>> WAITING =
      List.of(
          new Rule<>(
              "waiting that hardly overlaps",
              all(kind(Kind.IO_BOUND), suits("sequential")),
              _ -> "the tasks wait, but too little of it can overlap to be worth a model",
              MEASUREMENT),
          new Rule<>(
              "waiting on a loop, not in a pool",
              all(kind(Kind.IO_BOUND), suits("async"), slower("threads")),
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
                  "the tasks wait, and " + why.name() + " overlap it: while one waits, others run",
              WHEN_TO_USE.section("Threading")));

  private static final List<Rule<Why>> OTHERWISE =
      List.of(
          new Rule<>(
              "lock",
              kind(Kind.LOCK_BOUND),
              _ ->
                  "tasks wait for a lock that one holds at a time: no model helps, holding it for"
                      + " less does",
              TRADE_OFFS.section("Definition: Multithreading")),
          new Rule<>(
              "mixed work that hardly overlaps",
              all(kind(Kind.MIXED), suits("sequential")),
              _ -> "the tasks compute and wait, but too little of it overlaps",
              MEASUREMENT),
          new Rule<>(
              "mixed work on a loop",
              all(kind(Kind.MIXED), suits("async")),
              _ -> "the tasks compute and wait, and computing on one thread was enough",
              MEASUREMENT),
          new Rule<>(
              "mixed work",
              kind(Kind.MIXED),
              why -> "the tasks compute and wait, and " + why.name() + " overlap both",
              TRADE_OFFS.section("Summary")),
          new Rule<>(
              "unknown",
              kind(Kind.UNKNOWN),
              _ -> "what the tasks did could not be told",
              MEASUREMENT));

  static final List<Rule<Why>> RULES =
      Stream.of(COMPUTING, WAITING, OTHERWISE).flatMap(List::stream).toList();

  static final List<Rule<Why>> IN_PYTHON =
      List.of(
          new Rule<>(
              "computing on one core",
              all(kind(Kind.CPU_BOUND), ONE_CORE),
              _ ->
                  "in Python it is the same on one core: neither asyncio nor threads nor"
                      + " processes compute faster",
              TRADE_OFFS.section("Definition: Multiprocessing")),
          new Rule<>(
              "computing",
              kind(Kind.CPU_BOUND),
              _ ->
                  "in Python the GIL lets one thread compute at a time: only processes would be"
                      + " faster than one at a time",
              COMPARING.section("5. Python's GIL")),
          new Rule<>(
              "waiting",
              kind(Kind.IO_BOUND),
              _ ->
                  "in Python it is the same: the GIL is free while a task waits, so asyncio and"
                      + " threads overlap it, and processes only cost more",
              WHEN_TO_USE.section("Threading")),
          new Rule<>(
              "mixed",
              kind(Kind.MIXED),
              _ ->
                  "in Python the GIL would let the waiting of threads overlap but only one compute"
                      + " at a time: processes overlap both",
              OVERVIEW.section("Summary of Use Cases")));

  /// One sentence without a full stop.
  String sentence() {
    return Rule.first(RULES, this).orElseThrow();
  }

  /// What a Python user would find; the GIL decides.
  Optional<String> inPython() {
    return Rule.first(IN_PYTHON, this);
  }

  private static Condition<Why> kind(Kind kind) {
    String words = kind == Kind.UNKNOWN ? "kind of work not known" : kind.adjective() + "tasks";
    return is(words, why -> why.kind == kind);
  }

  private static Condition<Why> suits(String... models) {
    List<String> names = List.of(models);
    return is(String.join(" or ", names) + " suits best", why -> names.contains(why.name()));
  }

  /// The model took clearly longer than the one that suits best.
  private static Condition<Why> slower(String model) {
    return atLeast(
        new Quantity<>("wall of " + model + " / the best", Unit.FACTOR, why -> why.beside(model)),
        Verdict.CLOSE);
  }

  /// What the model took beside the one that suits; 0 where it had no part.
  private double beside(String model) {
    return finished.stream()
        .filter(report -> report.plan().model().equals(model))
        .mapToDouble(report ->
            report.numbers().wallNanos() / (double) Math.max(1, suits.numbers().wallNanos()))
        .findFirst()
        .orElse(0);
  }

  private static String nothingBrought(String why) {
    return "the tasks compute, and more threads or processes brought nothing here: " + why;
  }

  private static String threadsCompute(String besides) {
    return "the tasks compute, and threads of Java do so on all cores at once" + besides;
  }

  private String name() {
    return suits.plan().model();
  }

  private boolean busy() {
    return finished.stream()
        .anyMatch(report -> new Facts(report.plan(), report.numbers()).heldUpByOthers());
  }
}
