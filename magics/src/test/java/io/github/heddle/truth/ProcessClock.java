package io.github.heddle.truth;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The clock of Linux that goes while any thread of a process has a core: exact, and with what
/// threads used that have ended, where `/proc` counts hundredths of a second.
final class ProcessClock {
  /// `CPUCLOCK_SCHED`, in the lowest three bits of a clock's number.
  private static final int SCHED = 2;

  private static final long SECOND = 1_000_000_000;
  private static final MethodHandle CLOCK_GETTIME = find();

  private ProcessClock() {}

  /// CPU time of a process until now.
  static long nanos(long process) {
    int clock = (int) (~process << 3) | SCHED;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
      if ((int) CLOCK_GETTIME.invokeExact(clock, time) != 0) {
        throw new IllegalStateException("no clock of process " + process);
      }
      return time.getAtIndex(ValueLayout.JAVA_LONG, 0) * SECOND
          + time.getAtIndex(ValueLayout.JAVA_LONG, 1);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a function of C throws nothing else", e);
    }
  }

  @SuppressWarnings("restricted") // tests run with native access
  private static MethodHandle find() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow("clock_gettime"),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  }
}
