package io.github.heddle.sampling;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// A file of the operating system that says something else each time it is read: kept open and read
/// from its beginning. For one thread. An interrupt does not close it, as it would a channel.
final class ProcFile implements AutoCloseable {
  private static final int SMALL = 1024;

  private final RandomAccessFile file;
  private byte[] buffer = new byte[4 * SMALL];

  private ProcFile(RandomAccessFile file) {
    this.file = file;
  }

  /// The file, if there is one and it may be read.
  static Optional<ProcFile> open(Path path) {
    try {
      return Optional.of(new ProcFile(new RandomAccessFile(path.toFile(), "r")));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /// What the file says now; empty where it cannot be read any more, because its thread has ended.
  Optional<ProcText> read() {
    try {
      file.seek(0);
      int length = file.read(buffer);
      int more = length;
      // small files come whole
      while (more > 0 && length >= SMALL) {
        if (length == buffer.length) {
          buffer = Arrays.copyOf(buffer, 2 * length);
        }
        more = file.read(buffer, length, buffer.length - length);
        length += Math.max(0, more);
      }
      return length > 0 ? Optional.of(new ProcText(buffer, length)) : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /// The whole text of a file that is read once.
  static Optional<ProcText> readOnce(Path path) {
    return open(path)
        .flatMap(file -> {
          try (file) {
            return file.read();
          }
        });
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException alreadyGone) {
      // nothing was written, so nothing is lost
    }
  }
}
