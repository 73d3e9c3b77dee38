package io.github.heddle.model;

/// Looks at a run while it lasts, from a thread of its own.
public interface Watch {
  /// Nobody looks.
  Watch NONE =
      new Watch() {
        @Override
        public void begun(Live run) {}

        @Override
        public void ended() {}
      };

  /// Called once, when the first task was submitted. Must not block.
  void begun(Live run);

  /// Called once after all tasks have ended, before the trace is made; nothing is asked of the run
  /// after it returned. Also where [#begun] was not called.
  void ended();
}
