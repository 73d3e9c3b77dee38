package io.github.heddle.kernel.client;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the kernel answers to the real Jupyter client.
class ProtocolIT {
  @TestFactory
  Stream<DynamicTest> protocol() throws Exception {
    return new PythonTests("protocol").run();
  }
}
