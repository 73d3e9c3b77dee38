package io.github.heddle.ship;

import java.lang.invoke.SerializedLambda;

/// Is told what a graph consists of while it is written.
interface Met {
  /// Objects of this class are in the graph, or the class itself.
  void type(Class<?> type);

  /// This lambda is in the graph.
  void lambda(SerializedLambda lambda);

  /// Nobody wants to know.
  Met NOBODY =
      new Met() {
        @Override
        public void type(Class<?> type) {}

        @Override
        public void lambda(SerializedLambda lambda) {}
      };
}
