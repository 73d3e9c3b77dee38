package io.github.heddle.report;

import java.util.List;
import java.util.Optional;

/// Why a model suits a piece of work better than others, here and in Python. The lessons are those
/// of the guides.
///
/// @param suits the model that does
/// @param all every model that finished
/// @param kind what kind of work it is
record Why(Report suits, List<Report> all, Kind kind) {
  /// One sentence without a full stop.
  String sentence() {
    return switch (kind) {
      case CPU_BOUND -> computing();
      case IO_BOUND -> waiting();
      case LOCK_BOUND ->
          "tasks wait for a lock that one holds at a time: no model helps, holding it for less"
              + " does";
      case MIXED -> mixed();
      case UNKNOWN -> "what the tasks did cannot be measured here";
    };
  }

  /// What a Python user would find; the GIL decides.
  Optional<String> inPython() {
    return switch (kind) {
      case CPU_BOUND ->
          Optional.of(
              oneCore()
                  ? "in Python it is the same on one core: neither asyncio nor threads nor"
                      + " processes compute faster"
                  : "in Python the GIL lets one thread compute at a time: only processes would be"
                      + " faster than one at a time");
      case IO_BOUND ->
          Optional.of(
              "in Python it is the same: the GIL is free while a task waits, so asyncio and threads"
                  + " overlap it, and processes only cost more");
      case MIXED ->
          Optional.of(
              "in Python the GIL would let the waiting of threads overlap but only one compute at a"
                  + " time: processes overlap both");
      case LOCK_BOUND, UNKNOWN -> Optional.empty();
    };
  }

  private String computing() {
    if (oneCore()) {
      return "no speed-up of CPU-bound work can be expected on "
          + Figures.plain(suits.numbers().usable().count())
          + " core: there is nothing more to compute on";
    }
    return switch (name()) {
      case "sequential", "async" ->
          "the tasks compute, and more threads or processes brought nothing here: "
              + (busy()
                  ? "other programs used the cores"
                  : "handing tasks over cost what it saved");
      case "processes" ->
          "the tasks compute, and processes do so on all cores and share nothing that could hold"
              + " them up";
      default -> "the tasks compute, and threads of Java do so on all cores at once" + besides();
    };
  }

  private String besides() {
    if (slower("processes")) {
      return "; processes do too, but tasks and results have to be sent";
    }
    return slower("async") ? "; an event loop has one core" : "";
  }

  private String waiting() {
    return switch (name()) {
      case "sequential" -> "the tasks wait, but too little of it can overlap to be worth a model";
      case "async" ->
          "the tasks wait, and one thread can wait for all of them at once"
              + (slower("threads") ? "; a pool waits for as many as it has threads" : "");
      case "processes" -> "the tasks wait, and processes overlap it";
      default -> "the tasks wait, and " + name() + " overlap it: while one waits, others run";
    };
  }

  private String mixed() {
    return switch (name()) {
      case "sequential" -> "the tasks compute and wait, but too little of it overlaps";
      case "async" -> "the tasks compute and wait, and computing on one thread was enough";
      default -> "the tasks compute and wait, and " + name() + " overlap both";
    };
  }

  private String name() {
    return suits.plan().model();
  }

  private boolean oneCore() {
    return suits.numbers().usable().count() < 2;
  }

  private boolean busy() {
    return all.stream()
        .anyMatch(report -> new Facts(report.plan(), report.numbers()).heldUpByOthers());
  }

  private boolean slower(String model) {
    return all.stream()
        .filter(report -> report.plan().model().equals(model))
        .anyMatch(report -> report.numbers().wallNanos() > 1.1 * suits.numbers().wallNanos());
  }
}
