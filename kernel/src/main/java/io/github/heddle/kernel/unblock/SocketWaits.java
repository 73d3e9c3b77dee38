package io.github.heddle.kernel.unblock;

import io.github.heddle.sampling.NativeThreads;
import io.github.heddle.scope.Unblocking;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Ends waits of platform threads for a socket: reading, accepting, connecting. The JDK ends them
/// only when the socket is closed, and nobody knows the socket but the one who waits; Linux knows
/// its number. Shut down it has reached its end: reading gives -1, accepting throws.
///
/// On other systems nothing happens. Any thread.
public final class SocketWaits implements Unblocking {
  /// More are looked at the next time.
  private static final int AT_ONCE = 64;

  private final NativeThreads threads = new NativeThreads();

  /// Made when it is first needed: that takes a while.
  private Optional<SocketEnd> end = Optional.empty();

  @Override
  public synchronized void unblock(Collection<Thread> waiting) {
    List<Thread> blocked =
        waiting.stream().limit(AT_ONCE).filter(SocketWaits::waitsForSocket).toList();
    if (!blocked.isEmpty()) {
      end = end.or(SocketEnd::available);
      end.ifPresent(means -> unblock(blocked, means));
    }
  }

  private void unblock(List<Thread> blocked, SocketEnd means) {
    threads.read(Thread.getAllStackTraces().keySet());
    blocked.forEach(thread -> unblock(thread, means));
  }

  /// Looks again right before: it may have gone on meanwhile.
  private void unblock(Thread thread, SocketEnd means) {
    Optional<Path> directory = threads.directory(thread);
    Optional<Integer> socket = directory.flatMap(BlockedCall::of).flatMap(BlockedCall::descriptor);
    if (socket.isPresent() && waitsForSocket(thread)) {
      means.shutDown(socket.get());
    }
  }

  /// A thread in native code counts as running.
  private static boolean waitsForSocket(Thread thread) {
    if (thread.getState() != Thread.State.RUNNABLE) {
      return false;
    }
    StackTraceElement[] stack = thread.getStackTrace();
    return stack.length > 0 && stack[0].isNativeMethod() && isOfSockets(stack[0].getClassName());
  }

  private static boolean isOfSockets(String className) {
    return className.equals("sun.nio.ch.Net") || className.equals("sun.nio.ch.SocketDispatcher");
  }
}
