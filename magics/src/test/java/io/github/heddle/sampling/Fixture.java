package io.github.heddle.sampling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Files of operating systems, kept beside the tests.
final class Fixture {
  private Fixture() {}

  static ProcText read(String name) {
    try (InputStream in = Objects.requireNonNull(Fixture.class.getResourceAsStream(name))) {
      byte[] bytes = in.readAllBytes();
      return new ProcText(bytes, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
