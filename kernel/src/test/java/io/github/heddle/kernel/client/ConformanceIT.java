package io.github.heddle.kernel.client;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The kernel conformance suite of the Jupyter project.
class ConformanceIT {
  @TestFactory
  Stream<DynamicTest> conformance() throws Exception {
    return new PythonTests("conformance").run();
  }
}
