package io.github.heddle.kernel;

/// Starts the kernel.
public final class Main {
  private Main() {}

  /// Runs the kernel for a connection file.
  public static void main(String[] arguments) {}
}
