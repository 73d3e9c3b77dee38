package io.github.heddle.kernel.weave;

/// What woven classes call in place of the methods that end the JVM.
@SuppressWarnings("DoNotCallSuggester") // only woven code calls them
public final class ExitTrap {
  private ExitTrap() {}

  /// In place of [System#exit].
  public static void exit(int status) {
    throw new ExitRefused("System.exit(" + status + ")");
  }

  /// In place of [Runtime#exit].
  public static void exit(Runtime runtime, int status) {
    throw new ExitRefused("Runtime.exit(" + status + ")");
  }

  /// In place of [Runtime#halt].
  public static void halt(Runtime runtime, int status) {
    throw new ExitRefused("Runtime.halt(" + status + ")");
  }
}
