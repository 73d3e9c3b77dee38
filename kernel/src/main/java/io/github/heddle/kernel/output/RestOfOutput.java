package io.github.heddle.kernel.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The file for what is too much to be shown. It stays when the kernel ends. Where it cannot be
/// written, or becomes too large, text is lost and the file or the cell says so. Not for several
/// threads at once.
final class RestOfOutput {
  /// A loop that prints for ever must not fill the disk.
  private static final long LONGEST = 1_000_000_000;

  private static final byte[] CUT = "\n[the rest is not kept]\n".getBytes(StandardCharsets.UTF_8);

  private final String where;
  private Optional<Path> file;
  private long written;

  private RestOfOutput(String where, Optional<Path> file) {
    this.where = where;
    this.file = file;
  }

  /// A new file in the folder for temporary files.
  static RestOfOutput open() {
    try {
      Path made = Files.createTempFile("heddle-output-", ".txt");
      return new RestOfOutput("the rest goes to " + made, Optional.of(made));
    } catch (IOException e) {
      return new RestOfOutput("the rest is not kept: " + e.getMessage(), Optional.empty());
    }
  }

  /// Where the text goes, in words.
  String where() {
    return where;
  }

  void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean fits = written + bytes.length <= LONGEST;
    file.ifPresent(path -> write(path, fits ? bytes : CUT));
    written += bytes.length;
    if (!fits) {
      file = Optional.empty();
    }
  }

  private void write(Path path, byte[] bytes) {
    try {
      Files.write(path, bytes, StandardOpenOption.APPEND);
    } catch (IOException diskFull) {
      file = Optional.empty();
    }
  }
}
