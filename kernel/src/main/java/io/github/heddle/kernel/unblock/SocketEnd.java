package io.github.heddle.kernel.unblock;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `shutdown` of the C library.
record SocketEnd(MethodHandle shutdown) {
  private static final int BOTH_WAYS = 2;

  /// Only where the numbers of sockets can be known.
  @SuppressWarnings("restricted") // the manifest of the kernel's jar allows it
  static Optional<SocketEnd> available() {
    if (!Files.isDirectory(Path.of("/proc/self/task"))) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor type =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    return linker
        .defaultLookup()
        .find("shutdown")
        .map(function -> new SocketEnd(linker.downcallHandle(function, type)));
  }

  /// What is no socket, or no longer open, stays as it is.
  void shutDown(int socket) {
    try {
      int _ = (int) shutdown.invokeExact(socket, BOTH_WAYS);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call of shutdown throws nothing else", e);
    }
  }
}
