package io.github.heddle.kernel.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.transport.Outgoing;
import io.github.heddle.kernel.transport.Session;
import io.github.heddle.kernel.transport.SteadyThread;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OutboxTest {
  private static final int CAPACITY = 1000;

  private final AtomicLong now = new AtomicLong();
  private final Session session = new Session(InstantSource.system());
  private final Outbox outbox = new Outbox(session, now::get, CAPACITY);
  private final Publisher publisher = new Publisher(session, outbox);
  private final Origin cell = new Origin(List.of(), new JsonObject(), true, false);

  @Test
  void textLeavesBeforeTheMessageThatCameAfterIt() throws Exception {
    print("a\n");
    print("b\n");
    publisher.status(cell, "idle");
    print("c\n");
    outbox.close();

    assertThat(taken()).containsExactly("a\nb\n", "idle", "c\n");
  }

  @Test
  void unfinishedLinesOfARequestLeaveBeforeItsIdle() throws Exception {
    print("no line break");
    outbox.finishLines(cell);
    publisher.status(cell, "idle");
    outbox.close();

    assertThat(taken()).containsExactly("no line break", "idle");
  }

  @Test
  void linesPrintedShortlyAfterOneAnotherLeaveTogether() throws Exception {
    print("first\n");
    assertThat(text(outbox.take())).isEqualTo("first\n");
    for (int i = 0; i < 100; i++) {
      print("x\n");
    }
    now.addAndGet(1_000_000_000);

    assertThat(text(outbox.take())).isEqualTo("x\n".repeat(100));
  }

  @Test
  void nothingIsLeftOutWhenItIsClosed() throws Exception {
    print("unfinished");
    outbox.close();

    assertThat(taken()).containsExactly("unfinished");
    assertThat(outbox.take()).isEmpty();
  }

  @Test
  void printersWaitWhileTooMuchIsUnderWay() throws Exception {
    CountDownLatch printed = new CountDownLatch(1);
    fill();
    Thread printer = printer(printed);
    awaitWaiting(printer);

    assertThat(printed.getCount()).isEqualTo(1);
    outbox.take();
    printed.await();
    outbox.close();
    assertThat(String.join("", taken())).contains("late\n");
  }

  @Test
  void whoShowsWaitsWhileTooManyMessagesAreUnderWay() throws Exception {
    int many = 1000;
    CountDownLatch shown = new CountDownLatch(many);
    Thread cellThread =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < many; i++) {
                publisher.show(cell, "display_data", new JsonObject());
                shown.countDown();
              }
            });
    awaitWaiting(cellThread);

    assertThat(shown.getCount()).isBetween(1L, many - 1L);
    for (int i = 0; i < many; i++) {
      assertThat(outbox.take()).isPresent();
    }
    shown.await();
  }

  /// Those that send are among them: nobody else would make room.
  @Test
  void threadsOfTheKernelItselfDoNotWait() throws Exception {
    CountDownLatch printed = new CountDownLatch(1);
    fill();
    new SteadyThread(
            "sender",
            () -> {
              outbox.print(cell, Stream.STDERR, "a fault\n".getBytes(UTF_8));
              printed.countDown();
            })
        .start();
    printed.await();
    outbox.close();
    assertThat(String.join("", taken())).contains("a fault\n");
  }

  @Test
  void anInterruptedPrinterGoesOnWithItsTextAndItsFlag() throws Exception {
    CountDownLatch printed = new CountDownLatch(1);
    AtomicBoolean flag = new AtomicBoolean();
    fill();
    Thread printer =
        Thread.ofPlatform()
            .start(() -> {
              print("late\n");
              flag.set(Thread.currentThread().isInterrupted());
              printed.countDown();
            });
    awaitWaiting(printer);
    printer.interrupt();
    printed.await();
    outbox.close();

    assertThat(flag).isTrue();
    assertThat(String.join("", taken())).endsWith("late\n");
  }

  @Test
  void interruptedPrintersDoNotOverdrawForEver() throws Exception {
    Thread printer =
        Thread.ofPlatform()
            .start(() -> {
              Thread.currentThread().interrupt();
              for (int i = 0; i < 10 * CAPACITY; i++) {
                print("x\n");
              }
            });
    awaitWaiting(printer);
    List<String> texts = new ArrayList<>();
    while (String.join("", texts).length() < 20 * CAPACITY) {
      now.addAndGet(1_000_000_000);
      texts.add(text(outbox.take()));
      assertThat(texts.getLast().length()).isLessThanOrEqualTo(2 * CAPACITY + 2);
    }
    printer.join();
  }

  @Test
  void everyLineOfManyThreadsLeavesOnceAndWhole() throws Exception {
    List<Thread> printers = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      int me = t;
      printers.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < 1000; i++) {
                  print(me + ":");
                  print(i + "\n");
                }
              }));
    }
    Thread closer =
        Thread.ofPlatform()
            .start(() -> {
              for (Thread printer : printers) {
                joined(printer);
              }
              outbox.close();
            });
    List<String> lines = String.join("", taken()).lines().toList();
    closer.join();

    assertThat(lines).hasSize(8000).doesNotHaveDuplicates();
    assertThat(lines).allSatisfy(line -> assertThat(line).matches("\\d:\\d+"));
  }

  private static void joined(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread printer(CountDownLatch printed) {
    return Thread.ofPlatform()
        .start(() -> {
          print("late\n");
          printed.countDown();
        });
  }

  private void fill() {
    print("x".repeat(CAPACITY) + "\n");
  }

  private void print(String text) {
    outbox.print(cell, Stream.STDOUT, text.getBytes(UTF_8));
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private List<String> taken() throws InterruptedException {
    List<String> texts = new ArrayList<>();
    Optional<Outgoing> next = outbox.take();
    while (next.isPresent()) {
      texts.add(text(next));
      now.addAndGet(1_000_000);
      next = outbox.take();
    }
    return texts;
  }

  private static String text(Optional<Outgoing> outgoing) {
    JsonObject content = outgoing.orElseThrow().message().content();
    String field = content.has("text") ? "text" : "execution_state";
    return content.get(field).getAsString();
  }
}
