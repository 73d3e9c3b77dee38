package io.github.heddle.kernel.protocol;

import org.dflib.jjava.jupyter.channels.IOPubChannel;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Message;
import org.zeromq.ZMQ;

/// What the library's comms take for the socket they send on; hands messages to our sender. The
/// socket beneath is never bound.
final class CommSocket extends IOPubChannel {
  private final LibraryReplies replies;

  CommSocket(LibraryReplies replies) {
    super(ZMQ.context(0), HMACGenerator.NO_AUTH_INSTANCE);
    this.replies = replies;
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the outbox is for any thread
  public void sendMessage(Message<?> message) {
    replies.publish(message);
  }

  @Override
  public void close() {
    super.close();
    ctx.close();
  }
}
