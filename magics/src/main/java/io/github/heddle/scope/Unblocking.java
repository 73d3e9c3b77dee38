package io.github.heddle.scope;

import java.util.Collection;

/// Ends waits that an interrupt does not end, such as for a socket. A kernel may provide one among
/// the services of a scope.
public interface Unblocking {
  /// Called again and again while threads of a stopped scope wait on in spite of interrupts, by one
  /// thread or several. Must not block.
  ///
  /// @param waiting platform threads that are to end
  void unblock(Collection<Thread> waiting);
}
