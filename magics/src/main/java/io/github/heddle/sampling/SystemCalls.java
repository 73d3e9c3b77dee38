package io.github.heddle.sampling;

/// Tells what a thread does in native code of the JDK by the frame on top of its stack. Pure.
final class SystemCalls {
  private SystemCalls() {}

  /// Whether a thread may wait in there for input or output.
  static boolean mayWait(StackTraceElement frame) {
    String type = frame.getClassName();
    return frame.isNativeMethod()
        && (type.startsWith("java.io.")
            || type.startsWith("java.net.")
            || type.startsWith("sun.net.")
            || type.startsWith("sun.nio.")
            || type.startsWith("java.lang.Process"));
  }

  /// Whether a thread that could run is about to stop there, or was woken up and has no core yet.
  static boolean parks(StackTraceElement frame) {
    String name = frame.getMethodName();
    return frame.isNativeMethod()
        && switch (frame.getClassName()) {
          case "jdk.internal.misc.Unsafe" -> name.equals("park");
          case "java.lang.Object" -> name.startsWith("wait");
          case "java.lang.Thread" -> name.startsWith("sleep");
          default -> false;
        };
  }
}
