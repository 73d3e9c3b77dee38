package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class TimerSlackTest {
  private static final long ASKED = 765_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void threadMayBeWokenSoMuchLaterAndItsParentNoLaterThanBefore() throws Exception {
    String before = ownSlack();
    AtomicReference<Object> seen = new AtomicReference<>("");

    Thread.ofPlatform().start(() -> seen.set(TimerSlack.ask(ASKED) + " " + ownSlack())).join();

    assertThat(seen.get()).isEqualTo(ASKED + " " + ASKED);
    assertThat(ownSlack()).isEqualTo(before).isNotEqualTo(Long.toString(ASKED));
  }

  @Test
  void samplerOfARunMayBeWokenLater() throws IOException {
    Sampler sampler = Sampler.start(List.of(), CoreLimits.ofThisProcess());
    try {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!samplerMayBeWokenLater() && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(samplerMayBeWokenLater()).isTrue();
    } finally {
      sampler.finish();
    }
  }

  /// The system knows the first 15 characters of a thread's name.
  private static boolean samplerMayBeWokenLater() throws IOException {
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      return threads
          .filter(thread -> read(thread.resolve("comm")).equals("heddle-sampler"))
          .map(thread -> Path.of("/proc").resolve(thread.getFileName()))
          .anyMatch(
              thread -> read(thread.resolve("timerslack_ns")).equals(Long.toString(Pace.SLACK)));
    }
  }

  private static String ownSlack() {
    return ThreadMeter.directoryOfCurrentThread()
        .map(own -> read(Path.of("/proc").resolve(own.getFileName()).resolve("timerslack_ns")))
        .orElse("");
  }

  /// Empty where the thread has ended.
  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException ended) {
      return "";
    }
  }
}
