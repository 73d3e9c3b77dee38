package io.github.heddle;

import io.github.heddle.export.Format;
import io.github.heddle.export.Recorded;
import io.github.heddle.report.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file that runs are saved in, for other programs. What the file is written as, its ending says.
public record TraceFile(Path path) {
  /// Why nothing can be saved there, as far as that can be said before.
  public Optional<String> problem() {
    Path file = path.toAbsolutePath();
    Optional<Path> folder = Optional.ofNullable(file.getParent());
    if (Format.of(file.toString()).isEmpty()) {
      return Optional.of("a trace is saved as .json or .csv, not as " + path.getFileName());
    }
    if (folder.filter(Files::isDirectory).isEmpty()) {
      return Optional.of("there is no directory " + folder.orElse(file));
    }
    return Files.isDirectory(file) ? Optional.of(file + " is a directory") : Optional.empty();
  }

  /// Writes the runs, over what was there.
  ///
  /// @return where they are now, and what can be done with the file
  /// @throws IllegalArgumentException with a sentence for the user, where nothing can be saved
  ///   there
  public String save(List<? extends Run<?>> runs) throws IOException {
    problem()
        .ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
    Format format = Format.of(path.toString()).orElseThrow();
    Files.writeString(
        path,
        format.text(runs.stream().map(run -> new Recorded(run.plan(), run.trace())).toList()));
    return "saved in %s (%s): %s"
        .formatted(path.toAbsolutePath(), Figures.bytes(Files.size(path)), format.use());
  }
}
