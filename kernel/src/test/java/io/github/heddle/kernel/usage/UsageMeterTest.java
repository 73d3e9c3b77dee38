package io.github.heddle.kernel.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageMeterTest {
  @Test
  void kiloBytesAreReadByName() {
    KiloByteLines lines =
        new KiloByteLines(
            """
            00400000-7fff0000 ---p 00000000 00:00 0    [rollup]
            Rss:               20480 kB
            Pss:               10240 kB
            Pss_Dirty:          1024 kB
            """);

    assertThat(lines.bytes("Pss")).hasValue(10_240 * 1024);
    assertThat(lines.bytes("Pss_Dirty")).hasValue(1024 * 1024);
    assertThat(lines.bytes("Swap")).isEmpty();
  }

  @Test
  void memoryInUseIsWhatCouldNotBeHad() {
    HostMemory memory = new HostMemory(1000, 250, 100);

    assertThat(memory.used()).isEqualTo(750);
    assertThat(memory.percent()).isEqualTo(75);
  }

  @Test
  void aThreadThatSpinsIsSeen() {
    UsageMeter meter = new UsageMeter();
    Usage first = meter.now();
    long until = System.nanoTime() + 2_000_000_000L;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    Usage second = meter.now();

    assertThat(first.cpuPercent()).isPositive();
    assertThat(second.cpuPercent()).isGreaterThan(1).isLessThan(100.0 * 2 * second.cores());
    assertThat(second.hostMemory().total()).isGreaterThan(second.hostMemory().available());
  }
}
