package io.github.heddle.kernel.execution;

/// Colours of terminal text that read well on light and dark ground.
final class Ansi {
  private static final String RESET = "\u001b[0m";

  private Ansi() {}

  static String red(String text) {
    return "\u001b[1;31m" + text + RESET;
  }

  static String green(String text) {
    return "\u001b[32m" + text + RESET;
  }
}
