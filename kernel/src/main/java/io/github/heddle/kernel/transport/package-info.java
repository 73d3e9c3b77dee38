/// Sockets, the one sender, request loops. Owns the threads that touch ZeroMQ, and no other code
/// does.
@NullMarked
package io.github.heddle.kernel.transport;

import org.jspecify.annotations.NullMarked;
