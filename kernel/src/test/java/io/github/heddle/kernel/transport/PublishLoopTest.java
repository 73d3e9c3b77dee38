package io.github.heddle.kernel.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/// Clients that read slowly, late or never, over real sockets.
@Timeout(120)
class PublishLoopTest {
  private static final int MESSAGES = 400;
  private static final int SIZE = 1_000_000;
  private static final byte[] TOPIC = {'t'};

  private final ZMQ.Context context = ZMQ.context(1);
  private final ZMQ.Socket toLoop = pair();
  private final AtomicInteger missing = new AtomicInteger();
  private final List<ZMQ.Socket> clients = new ArrayList<>();
  private Thread thread = new Thread();
  private String address = "";

  private void start(Duration patience) {
    ZMQ.Socket publisher = PublishLoop.prepared(context.socket(SocketType.XPUB));
    publisher.setLinger(0);
    ZMQ.Socket fromSender = pair();
    toLoop.bind("inproc://published");
    fromSender.connect("inproc://published");
    PublishLoop loop =
        new PublishLoop(
            context,
            publisher,
            fromSender,
            new WireFormat(HMACGenerator.NO_AUTH_INSTANCE),
            new Session(InstantSource.system()),
            patience,
            missing::incrementAndGet);
    publisher.bind("tcp://127.0.0.1:*");
    address = publisher.getLastEndpoint();
    thread = new Thread(loop);
    thread.start();
  }

  @AfterEach
  void end() throws InterruptedException {
    toLoop.send(new byte[0]);
    thread.join();
    clients.add(toLoop);
    for (ZMQ.Socket socket : clients) {
      socket.setLinger(0);
      socket.close();
    }
    context.close();
  }

  @Test
  void whatWaitsForAClientThatNeverReadsIsBoundedAndTheOthersGetAll() throws Exception {
    start(Duration.ofSeconds(3));
    client(1);
    ZMQ.Socket reader = client(0);
    long before = used();
    CompletableFuture<List<Integer>> read = CompletableFuture.supplyAsync(() -> numbers(reader));
    send(0, MESSAGES);
    assertThat(read.get()).isEqualTo(IntStream.range(0, MESSAGES).boxed().toList());
    assertThat(missing).hasPositiveValue();
    assertThat(used() - before).isLessThan(MESSAGES / 2L * SIZE);
  }

  @Test
  void whoReadsLateButInTimeMissesNothing() throws Exception {
    start(Duration.ofMinutes(2));
    ZMQ.Socket reader = client(1);
    int sent = 0;
    toLoop.setSendTimeOut(1_000);
    while (Frames.offer(toLoop, message(sent))) {
      sent++;
    }
    assertThat(sent).isLessThan(MESSAGES);
    toLoop.setSendTimeOut(-1);
    CompletableFuture<List<Integer>> read = CompletableFuture.supplyAsync(() -> numbers(reader));
    send(sent, MESSAGES);
    assertThat(read.get()).isEqualTo(IntStream.range(0, MESSAGES).boxed().toList());
    assertThat(missing).hasValue(0);
  }

  private ZMQ.Socket pair() {
    ZMQ.Socket socket = context.socket(SocketType.PAIR);
    socket.setHWM(PublishLoop.MESSAGES_WAITING);
    return socket;
  }

  /// Somebody who listens and has been greeted.
  ///
  /// @param bound how many messages it takes before it reads them; 0 for any number
  private ZMQ.Socket client(int bound) {
    ZMQ.Socket socket = context.socket(SocketType.SUB);
    clients.add(socket);
    socket.setRcvHWM(bound);
    socket.subscribe(ZMQ.SUBSCRIPTION_ALL);
    socket.connect(address);
    Frames.receive(socket);
    return socket;
  }

  private void send(int from, int to) {
    for (int number = from; number < to; number++) {
      Frames.send(toLoop, message(number));
    }
  }

  private static List<byte[]> message(int number) {
    return List.of(TOPIC, ByteBuffer.allocate(SIZE).putInt(number).array());
  }

  /// The numbers of all messages up to the last.
  private static List<Integer> numbers(ZMQ.Socket reader) {
    List<Integer> numbers = new ArrayList<>();
    int number;
    do {
      number = ByteBuffer.wrap(Frames.receive(reader).getLast()).getInt();
      numbers.add(number);
    } while (number < MESSAGES - 1);
    return numbers;
  }

  /// Bytes of the heap that are in use after a collection.
  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
