package io.github.heddle.report;

import java.util.List;

/// The guides on concurrency whose lessons findings apply, with those of their sections that are
/// cited.
enum Guide {
  COMPARING(
      "Python Concurrency: Comparing Async, Multithreading, and Multiprocessing",
      "1. Async Processing",
      "2. Multithreading",
      "3. Multiprocessing",
      "5. Python's GIL",
      "6. Conclusion"),
  OVERVIEW(
      "Python Concurrency: asyncio, threading, and multiprocessing",
      "2. Python threading",
      "3. Python multiprocessing",
      "Summary of Use Cases",
      "When to use which Concurrency Model"),
  TRADE_OFFS(
      "Multiprocessing vs Multithreading vs Asynchronous",
      "Definition: Multiprocessing",
      "Definition: Multithreading",
      "Tradeoff: Multiprocessing",
      "Tradeoff: Multithreading",
      "Summary"),
  WHEN_TO_USE(
      "Python Concurrency Programming", "Threading", "Multiprocessing", "Asyncio", "Summary");

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // what List.of gives
  private final List<String> sections;

  Guide(String title, String... sections) {
    this.title = title;
    this.sections = List.of(sections);
  }

  String title() {
    return title;
  }

  /// @throws IllegalArgumentException where the guide has no such section
  Source section(String heading) {
    if (!sections.contains(heading)) {
      throw new IllegalArgumentException("no section of " + title + ": " + heading);
    }
    return new Source.Section(this, heading);
  }
}
