package io.github.heddle.kernel.magic;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The environment as the C library keeps it, which programs inherit that this process starts.
final class NativeEnvironment {
  private static final int OVERWRITE = 1;

  private NativeEnvironment() {}

  /// Sets a variable.
  ///
  /// @return whether this system has a way to do so
  @SuppressWarnings("restricted") // the manifest of the kernel's jar allows it
  static boolean set(String name, String value) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
    FunctionDescriptor type =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    return setenv.isPresent() && done(linker.downcallHandle(setenv.get(), type), name, value);
  }

  private static boolean done(MethodHandle setenv, String name, String value) {
    try (Arena arena = Arena.ofConfined()) {
      return (int)
              setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), OVERWRITE)
          == 0;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call of setenv throws nothing else", e);
    }
  }
}
