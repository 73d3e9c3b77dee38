package io.github.heddle.sampling;

import java.nio.file.Path;

/// Where Linux shows what processes do. Elsewhere there is no such folder.
final class Proc {
  /// `/proc`, or what the system property `heddle.proc` names: with a folder that is not there,
  /// everything is as on a system without.
  static final Path ROOT = Path.of(System.getProperty("heddle.proc", "/proc"));

  /// This process.
  static final Path SELF = ROOT.resolve("self");

  private Proc() {}
}
