package io.github.heddle.kernel.protocol;

import io.github.heddle.kernel.output.Attribution;
import io.github.heddle.kernel.output.Publisher;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.Message;

/// Lets the library publish in the name of the request for which the calling thread works. Busy and
/// idle, replies and input are not the library's affair here.
public final class LibraryReplies extends ShellReplyEnvironment {
  private final Attribution attribution;
  private final Publisher publisher;

  public LibraryReplies(Attribution attribution, Publisher publisher) {
    super(null, null, null, null);
    this.attribution = attribution;
    this.publisher = publisher;
  }

  @Override
  public void publish(Message<?> message) {
    LibraryMessages.publish(message, attribution.current(), publisher);
  }

  @Override
  public void reply(Message<?> message) {
    throw new UnsupportedOperationException("the kernel replies, not the library");
  }

  @Override
  public void setBusyDeferIdle() {
    // told by the kernel
  }

  @Override
  public String readFromStdIn(String prompt, boolean isPassword) {
    throw new UnsupportedOperationException("read System.in");
  }
}
