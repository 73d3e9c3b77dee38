package io.github.heddle.kernel.unblock;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The system call in which a thread is blocked, as `/proc/self/task/<id>/syscall` has it (see
/// proc_pid_syscall(5)): its number, six arguments in hexadecimal, stack pointer, program counter.
///
/// @param poll whether it waits for several files; a thread of the JVM's sockets, for one
record BlockedCall(boolean poll, long firstArgument) {
  /// `poll` on x86-64, `ppoll` on both x86-64 and AArch64.
  private static final Set<String> POLLS = Set.of("7", "271", "73");

  private static final int FIELDS = 9;

  /// The call that a thread is in; empty, if it runs.
  static Optional<BlockedCall> of(Path task) {
    try {
      List<String> fields = List.of(Files.readString(task.resolve("syscall")).strip().split(" "));
      return fields.size() == FIELDS
          ? Optional.of(new BlockedCall(POLLS.contains(fields.get(0)), hex(fields.get(1))))
          : Optional.empty();
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  private static long hex(String text) {
    return Long.parseUnsignedLong(text.substring(2), 16);
  }

  /// The file that is waited for.
  Optional<Integer> descriptor() {
    return poll ? polled() : Optional.of((int) firstArgument);
  }

  /// The first field of `struct pollfd`. Read as a file: memory of a thread that has just ended may
  /// be gone.
  private Optional<Integer> polled() {
    try (RandomAccessFile memory = new RandomAccessFile("/proc/self/mem", "r")) {
      byte[] field = new byte[Integer.BYTES];
      memory.seek(firstArgument);
      memory.readFully(field);
      return Optional.of(ByteBuffer.wrap(field).order(ByteOrder.nativeOrder()).getInt());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
