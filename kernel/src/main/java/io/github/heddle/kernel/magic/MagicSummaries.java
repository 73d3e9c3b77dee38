package io.github.heddle.kernel.magic;

import io.github.heddle.option.Summaries;
import java.util.Map;
import java.util.Optional;

/// What each magic does, in one line: those of the kernel, and those of the library, which say it
/// themselves.
public final class MagicSummaries {
  private static final Map<String, String> EVERYDAY =
      Map.ofEntries(
          Map.entry("%maven", "use a library: group:artifact:version, with all that it depends on"),
          Map.entry("%classpath", "use the classes of jars and folders"),
          Map.entry("%load", "run the code of a notebook, a .java or a .jsh file in this session"),
          Map.entry("%who", "the variables with their types and values"),
          Map.entry("%env", "show or set environment variables"),
          Map.entry("%time", "run an expression; wall time, and CPU time of all threads"),
          Map.entry("%%time", "the same for a cell, compiled before the clock starts"),
          Map.entry(
              "%timeit", "run an expression many times: how long it takes once it is compiled"),
          Map.entry("%%timeit", "the same for a cell"),
          Map.entry("%stop", "end the threads that cells left running"),
          Map.entry("%magics", "this list"));

  private MagicSummaries() {}

  /// The line for a magic.
  ///
  /// @param name with percent signs
  public static Optional<String> of(String name) {
    return Optional.ofNullable(EVERYDAY.get(name))
        .or(() -> name.startsWith("%%") ? Summaries.of(name.substring(2)) : Optional.empty());
  }
}
