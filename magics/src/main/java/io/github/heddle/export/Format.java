package io.github.heddle.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How runs are written down, by the ending of a file's name.
public enum Format {
  /// Trace events, as ui.perfetto.dev and chrome://tracing read them.
  JSON(".json", "open it with ui.perfetto.dev or chrome://tracing"),
  /// A line for each slice.
  CSV(".csv", "one line for each slice of a lane");

  private final String ending;
  private final String use;

  Format(String ending, String use) {
    this.ending = ending;
    this.use = use;
  }

  /// The format that a file of this name is to have.
  public static Optional<Format> of(String fileName) {
    return Arrays.stream(values())
        .filter(format -> fileName.toLowerCase(Locale.ROOT).endsWith(format.ending))
        .findFirst();
  }

  /// The ending of its files: `.json`.
  public String ending() {
    return ending;
  }

  /// What can be done with it, in words.
  public String use() {
    return use;
  }

  /// The runs in this format.
  public String text(List<Recorded> runs) {
    return switch (this) {
      case JSON -> TraceEvents.json(runs);
      case CSV -> SliceTable.csv(runs);
    };
  }
}
