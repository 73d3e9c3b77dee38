package io.github.heddle.kernel.transport;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// A front end as small as can be: asks on the shell channel, one request after the other, and
/// listens to what is published without looking at it. Used by one thread.
public final class LocalClient implements AutoCloseable {
  private final Session session = new Session(InstantSource.system());
  private final ZMQ.Context context = ZMQ.context(1);
  private final WireFormat format;
  private final ZMQ.Socket shell;
  private final ZMQ.Socket published;

  /// @param patience how long a reply is waited for
  public LocalClient(Connection connection, Duration patience) throws GeneralSecurityException {
    this.format = new WireFormat(connection.signer());
    this.shell = context.socket(SocketType.DEALER);
    this.published = context.socket(SocketType.SUB);
    shell.setReceiveTimeOut((int) patience.toMillis());
    shell.connect(connection.address(connection.port(Channel.SHELL)));
    published.subscribe(ZMQ.SUBSCRIPTION_ALL);
    published.connect(connection.address(connection.port(Channel.IOPUB)));
  }

  /// Sends a request and waits for its reply.
  ///
  /// @return the content of the reply
  /// @throws IOException if there is none in time, or it is malformed
  public JsonObject ask(String type, JsonObject content) throws IOException {
    JsonObject empty = new JsonObject();
    Message request =
        new Message(List.of(), session.header(type), empty, empty, content, List.of());
    List<byte[]> frames = format.encode(request);
    for (byte[] frame : frames.subList(0, frames.size() - 1)) {
      shell.sendMore(frame);
    }
    shell.send(frames.getLast());
    return reply(type);
  }

  private JsonObject reply(String type) throws IOException {
    List<byte[]> frames = new ArrayList<>();
    do {
      byte[] frame = shell.recv();
      if (frame == null) {
        throw new IOException("no reply to " + type);
      }
      frames.add(frame);
    } while (shell.hasReceiveMore());
    try {
      return format.decode(frames).content();
    } catch (MalformedMessageException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    for (ZMQ.Socket socket : List.of(shell, published)) {
      socket.setLinger(0);
      socket.close();
    }
    context.close();
  }
}
