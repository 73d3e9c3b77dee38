package io.github.heddle.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is reported beside what is true, as a table to read: `target/truth.md`.
final class TruthTable {
  private final List<String> lines = new ArrayList<>();

  synchronized void add(String model, Workload workload, Held held) {
    lines.add(
        "| %s | %s | %s | %s | %s | %s | %s |"
            .formatted(
                model,
                workload.name(),
                held.quantity().title(),
                held.quantity().text(held.truth()),
                held.quantity().text(held.told()),
                held.quantity().text(held.error()),
                share(held)));
  }

  private static String share(Held held) {
    return held.truth() == 0
        ? ""
        : String.format(Locale.ROOT, "%.2f %%", 100 * held.error() / held.truth());
  }

  synchronized void write(Path file) throws IOException {
    List<String> all = new ArrayList<>();
    all.add("| model | workload | number | truth | reported | error | of the truth |");
    all.add("| --- | --- | --- | ---: | ---: | ---: | ---: |");
    all.addAll(lines);
    Files.createDirectories(file.getParent());
    Files.write(file, all);
  }
}
