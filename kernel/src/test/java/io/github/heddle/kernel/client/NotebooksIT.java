package io.github.heddle.kernel.client;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every notebook, executed.
class NotebooksIT {
  @TestFactory
  Stream<DynamicTest> notebooks() throws Exception {
    return new PythonTests("notebooks").run();
  }
}
