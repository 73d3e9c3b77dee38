package io.github.heddle.kernel.unblock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
class SocketWaitsTest {
  private final SocketWaits waits = new SocketWaits();

  /// A thread that waits, and what came of it.
  private record Waiting(Thread thread, CompletableFuture<Object> came) {
    static Waiting of(Callable<Object> wait) {
      CompletableFuture<Object> came = new CompletableFuture<>();
      Runnable body =
          () -> {
            try {
              came.complete(wait.call());
            } catch (Exception thrown) {
              came.complete(thrown);
            }
          };
      return new Waiting(Thread.ofPlatform().daemon().start(body), came);
    }

    /// Its stack shows the wait before the system call has begun, so that one look may come too
    /// soon.
    void awaitNative() {
      while (Stream.of(thread.getStackTrace()).limit(1).noneMatch(top -> top.isNativeMethod())) {
        Thread.onSpinWait();
      }
    }
  }

  private Object unblocked(Waiting waiting) throws InterruptedException {
    while (waiting.thread.isAlive()) {
      waits.unblock(List.of(waiting.thread));
      waiting.thread.join(1);
    }
    return waiting.came.join();
  }

  private static ServerSocket server() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private static Socket client(ServerSocket server) throws IOException {
    return new Socket(server.getInetAddress(), server.getLocalPort());
  }

  @Test
  void aThreadThatAcceptsGoesOnWithAnException() throws Exception {
    try (ServerSocket server = server()) {
      assertThat(unblocked(Waiting.of(server::accept))).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aThreadThatReadsFindsTheEnd() throws Exception {
    try (ServerSocket server = server();
        Socket socket = client(server)) {
      assertThat(unblocked(Waiting.of(() -> socket.getInputStream().read()))).isEqualTo(-1);
    }
  }

  @Test
  void aThreadThatReadsWithATimeLimitFindsTheEnd() throws Exception {
    try (ServerSocket server = server();
        Socket socket = client(server)) {
      socket.setSoTimeout(600_000);
      assertThat(unblocked(Waiting.of(() -> socket.getInputStream().read()))).isEqualTo(-1);
    }
  }

  @Test
  void theSocketsOfOthersStayAsTheyAre() throws Exception {
    try (ServerSocket server = server();
        Socket own = client(server);
        Socket other = client(server)) {
      server.accept();
      Socket peer = server.accept();
      Waiting goesOn = Waiting.of(() -> other.getInputStream().read());
      goesOn.awaitNative();

      assertThat(unblocked(Waiting.of(() -> own.getInputStream().read()))).isEqualTo(-1);
      peer.getOutputStream().write(7);
      assertThat(goesOn.came.join()).isEqualTo(7);
    }
  }

  @Test
  void aThreadThatWaitsForSomethingElseGoesOnWaiting() {
    CountDownLatch latch = new CountDownLatch(1);
    Waiting waiting =
        Waiting.of(() -> {
          latch.await();
          return "came";
        });
    while (waiting.thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    waits.unblock(List.of(waiting.thread));
    assertThat(waiting.came).isNotDone();
    latch.countDown();
    assertThat(waiting.came.join()).isEqualTo("came");
  }
}
