package io.github.heddle.report;

import java.util.List;

/// The guides on concurrency whose lessons findings apply, with the headings of those of their
/// sections that are cited. Where sections of a guide share a heading, the one above it stands
/// before it: `Definition: Multithreading`.
enum Guide {
  COMPARING(
      "Python Concurrency: Comparing Async, Multithreading, and Multiprocessing",
      "1. Async Processing (Asyncio)",
      "2. Multithreading",
      "3. Multiprocessing",
      "5. Python’s GIL (Global Interpreter Lock)",
      "6. Conclusion: When to Use What?"),
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
  WHEN_TO_USE("Python Concurrency Programming", "Threading", "Multiprocessing", "Asyncio");

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

  /// The headings of the sections that are cited.
  List<String> sections() {
    return sections;
  }

  /// A section, by as much of the beginning of its heading as no other has; `'` stands for `’`.
  ///
  /// @throws IllegalArgumentException where not exactly one section begins so
  Source section(String beginning) {
    List<String> found =
        sections.stream().filter(heading -> plain(heading).startsWith(plain(beginning))).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          found.size() + " sections of " + title + " begin with " + beginning);
    }
    return new Source.Section(this, found.getFirst());
  }

  private static String plain(String heading) {
    return heading.replace('’', '\'');
  }
}
