package io.github.heddle.kernel.magic;

import io.github.heddle.option.Summaries;
import java.util.Map;
import java.util.Optional;

/// What each magic does, in one line: those of the kernel, and those of the library, which say it
/// themselves.
public final class MagicSummaries {
  private static final Map<String, String> EVERYDAY =
      Map.of(
          "%maven", "use a library: group:artifact:version, with all that it depends on",
          "%classpath", "use the classes of jars and folders",
          "%time", "run an expression; wall time, and CPU time of all threads",
          "%%time", "the same for a cell, compiled before the clock starts",
          "%magics", "this list");

  private MagicSummaries() {}

  /// The line for a magic.
  ///
  /// @param name with percent signs
  public static Optional<String> of(String name) {
    return Optional.ofNullable(EVERYDAY.get(name))
        .or(() -> name.startsWith("%%") ? Summaries.of(name.substring(2)) : Optional.empty());
  }
}
