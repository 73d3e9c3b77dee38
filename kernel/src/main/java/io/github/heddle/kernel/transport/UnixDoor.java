package io.github.heddle.kernel.transport;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Lets clients in through a Unix domain socket. The ZeroMQ library speaks TCP only, so each client
/// is joined to a [Loopback], whose other end is the library's: what the client says and hears is
/// relayed by two threads. No port is open but for the moment in which that pair is made.
final class UnixDoor implements Runnable {
  private static final Logger LOG = System.getLogger(UnixDoor.class.getName());

  private final Path path;
  private final ServerSocketChannel door;
  private final Entrance entrance;
  private final Queue<Guest> guests = new ConcurrentLinkedQueue<>();

  /// A client that came in.
  ///
  /// @param inside the library's end
  /// @param outward relays what the client hears
  private record Guest(SocketChannel inside, Thread outward) {}

  /// Opens it; what a process left there that ended without closing it is removed.
  ///
  /// @throws IOException if no socket can be made at this path
  UnixDoor(Path path, Entrance entrance) throws IOException {
    this.path = path;
    this.entrance = entrance;
    this.door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    Files.deleteIfExists(path);
    door.bind(UnixDomainSocketAddress.of(path));
  }

  @Override
  public void run() {
    boolean open = true;
    while (open) {
      open = turn();
    }
  }

  private boolean turn() {
    try {
      admit(door.accept());
    } catch (ClosedChannelException e) {
      return false;
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A client could not be let in", e);
    }
    return true;
  }

  private void admit(SocketChannel client) throws IOException {
    Loopback loopback = Loopback.open();
    entrance.admit(loopback.other());
    Relay heard = new Relay(loopback.one(), client);
    Thread outward = started(() -> runAndClose(heard));
    started(new Relay(client, loopback.one()));
    guests.removeIf(guest -> !guest.outward.isAlive());
    guests.add(new Guest(loopback.other(), outward));
  }

  /// The library closes its end when the client has gone, or is not welcome.
  private static void runAndClose(Relay heard) {
    heard.run();
    heard.close();
  }

  private static Thread started(Runnable relay) {
    Thread thread = new SteadyThread("relay", relay);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /// Lets nobody in any more; those who are in stay.
  void shut() throws IOException {
    door.close();
    Files.deleteIfExists(path);
  }

  /// Waits until clients were handed all that the library has sent, which must have ended.
  ///
  /// @throws InterruptedException if the calling thread is interrupted while it waits
  void awaitEnd() throws IOException, InterruptedException {
    for (Guest guest : guests) {
      guest.inside.close();
      guest.outward.join();
    }
  }
}
