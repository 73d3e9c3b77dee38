package io.github.heddle.scope;

/// Waiting that an interrupt does not cut short: the interrupt is kept for later.
public final class Undisturbed {
  private Undisturbed() {}

  /// Something that blocks, and may be begun again when it was interrupted.
  @FunctionalInterface
  public interface Wait {
    void await() throws InterruptedException;
  }

  /// Waits to the end; if the calling thread was interrupted before or meanwhile, its flag is set
  /// again afterwards.
  public static void run(Wait wait) {
    boolean interrupted = false;
    boolean waiting = true;
    while (waiting) {
      try {
        wait.await();
        waiting = false;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
