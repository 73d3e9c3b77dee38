package io.github.heddle.kernel.weave;

/// A class loader of woven classes: the way from a woven class to the checks that are to end it.
public interface WovenLoader {
  /// The checks of all classes that this loader defined.
  StopChecks stopChecks();
}
