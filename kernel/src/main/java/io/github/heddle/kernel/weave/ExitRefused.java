package io.github.heddle.kernel.weave;

/// Cell code tried to end the JVM, which would have taken the notebook's state along. An error so
/// that code which catches exceptions fails as well.
public final class ExitRefused extends Error {
  private static final long serialVersionUID = 1L;

  ExitRefused(String call) {
    super(call + " would end the kernel and all that the notebook holds; it only ends this cell");
  }
}
