package io.github.heddle.sampling;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalLong;

/// Asks Linux to give the calling thread shorter turns on a core. A thread that wakes up then gets
/// a core sooner from one that computes, and no more of it in all: that needs no privilege (since
/// Linux 6.12; older ones take no notice).
///
/// It calls the C library, where this JVM allows that without a warning: the kernel does; a program
/// needs `--enable-native-access=ALL-UNNAMED`.
final class ShortTurns {
  /// The shortest that Linux takes; without a wish it is some milliseconds.
  static final long NANOS = 100_000;

  /// `SCHED_OTHER`: what every thread is that nobody gave a special one.
  private static final int ORDINARY = 0;

  /// What the thread starts is as if nothing had been asked for.
  private static final long RESET_ON_FORK = 1;

  private static final long CALLING_THREAD = 0;

  /// The first version of `struct sched_attr`, and where in it things are.
  private static final long SIZE = 48;

  private static final long POLICY = 4;
  private static final long FLAGS = 8;
  private static final long RUNTIME = 24;

  private final MethodHandle syscall;
  private final CallNumbers numbers;

  private ShortTurns(MethodHandle syscall, CallNumbers numbers) {
    this.syscall = syscall;
    this.numbers = numbers;
  }

  /// The numbers of `sched_setattr` and `sched_getattr`, which the C library has no functions for.
  record CallNumbers(long set, long get) {
    static Optional<CallNumbers> here() {
      return !System.getProperty("os.name").equals("Linux")
          ? Optional.empty()
          : switch (System.getProperty("os.arch")) {
            case "amd64" -> Optional.of(new CallNumbers(314, 315));
            case "aarch64" -> Optional.of(new CallNumbers(274, 275));
            default -> Optional.empty();
          };
    }
  }

  /// The way to ask; empty where there is none. The first time takes some tens of milliseconds.
  static Optional<ShortTurns> available() {
    return ShortTurns.class.getModule().isNativeAccessEnabled()
        ? CallNumbers.here().flatMap(ShortTurns::calling)
        : Optional.empty();
  }

  /// The way to ask by calls of those numbers.
  @SuppressWarnings("restricted") // the caller knows that this is allowed
  static Optional<ShortTurns> calling(CallNumbers numbers) {
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor type =
        FunctionDescriptor.of(
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG,
            ValueLayout.ADDRESS,
            ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_LONG);
    return linker
        .defaultLookup()
        .find("syscall")
        .map(call -> linker.downcallHandle(call, type, Linker.Option.firstVariadicArg(1)))
        .map(call -> new ShortTurns(call, numbers));
  }

  /// Asks for the calling thread. Where it is refused, or where somebody gave the thread a special
  /// policy, everything stays as it was.
  void ask() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(SIZE, Long.BYTES);
      if (read(attributes) && attributes.get(ValueLayout.JAVA_INT, POLICY) == ORDINARY) {
        long flags = attributes.get(ValueLayout.JAVA_LONG, FLAGS);
        attributes.set(ValueLayout.JAVA_LONG, FLAGS, flags | RESET_ON_FORK);
        attributes.set(ValueLayout.JAVA_LONG, RUNTIME, NANOS);
        call(numbers.set, attributes, 0);
      }
    }
  }

  /// How long a turn of the calling thread is, in nanoseconds; empty where Linux does not tell.
  OptionalLong nanos() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(SIZE, Long.BYTES);
      long turn = read(attributes) ? attributes.get(ValueLayout.JAVA_LONG, RUNTIME) : 0;
      return turn > 0 ? OptionalLong.of(turn) : OptionalLong.empty();
    }
  }

  private boolean read(MemorySegment attributes) {
    return call(numbers.get, attributes, SIZE);
  }

  /// @return whether it was done
  private boolean call(long number, MemorySegment attributes, long third) {
    try {
      return (long) syscall.invokeExact(number, CALLING_THREAD, attributes, third, 0L) == 0;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a system call throws nothing else", e);
    }
  }
}
