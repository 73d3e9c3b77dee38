package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class TimerSlackTest {
  private static final long ASKED = 765_000;

  @Test
  void threadMayBeWokenSoMuchLaterAndItsParentNoLaterThanBefore() throws Exception {
    String before = slack();
    AtomicReference<Object> seen = new AtomicReference<>("");

    Thread.ofPlatform().start(() -> seen.set(TimerSlack.ask(ASKED) + " " + slack())).join();

    assertThat(seen.get()).isEqualTo(ASKED + " " + ASKED);
    assertThat(slack()).isEqualTo(before).isNotEqualTo(Long.toString(ASKED));
  }

  private static String slack() {
    try {
      Path self = Files.readSymbolicLink(Path.of("/proc/thread-self")).getFileName();
      return Files.readString(Path.of("/proc").resolve(self).resolve("timerslack_ns")).strip();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
