package io.github.heddle.kernel.magic;

/// Runs code from elsewhere in this session, as part of the running cell.
@FunctionalInterface
public interface Loading {
  /// Runs it to its end.
  ///
  /// @param name what errors call it
  /// @throws LoadFailed at the first thing that goes wrong
  void run(String name, String text) throws LoadFailed;
}
