package io.github.heddle.ship;

import java.util.Set;
import java.util.stream.Collectors;

/// Whose class it is where a library that was added to a notebook has one of the same name as the
/// JDK or as this library and what it needs: the notebook's, but for the classes of the JDK, which
/// the compiler takes from there, too, and those by which cells and this library speak. Any thread.
final class Precedence {
  private static final Set<String> JDK =
      ModuleLayer.boot().modules().stream()
          .flatMap(module -> module.getPackages().stream())
          .collect(Collectors.toUnmodifiableSet());

  private Precedence() {}

  /// Whether a library of the notebook is asked for the class first.
  ///
  /// @param className with dots
  static boolean ofNotebook(String className) {
    return !className.startsWith("java.")
        && !className.startsWith("io.github.heddle.")
        && !className.startsWith("org.dflib.jjava.")
        && !JDK.contains(className.substring(0, Math.max(0, className.lastIndexOf('.'))));
  }
}
