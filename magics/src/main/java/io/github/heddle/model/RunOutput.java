package io.github.heddle.model;

import io.github.heddle.scope.Scope;

/// Prints what workers print, as code of the run would. Any thread may use it.
record RunOutput(Scope run) {
  void print(boolean error, String text) {
    run.enter(() -> (error ? System.err : System.out).print(text));
  }
}
