package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class ProcFilesTest {
  private final ProcText status = Fixture.read("status.txt");

  @Test
  void lastCoreIsFoundBehindANameWithBlanksAndParentheses() {
    assertThat(ThreadFiles.lastCore(Fixture.read("task-stat.txt"))).hasValue(5);
  }

  @Test
  void schedstatSaysHowLongAThreadRanHowLongItWaitedAndHowOftenItGotACore() {
    ProcText schedstat = ProcText.of("870082368 91378496 755\n");
    assertThat(ThreadFiles.ranNanos(schedstat)).hasValue(870082368);
    assertThat(ThreadFiles.readyNanos(schedstat)).hasValue(91378496);
    assertThat(ThreadFiles.turns(schedstat)).hasValue(755);
  }

  @Test
  void cpuTimeOfAProcessIsThatOfUserAndSystem() {
    assertThat(ProcessFiles.cpuNanos(Fixture.read("task-stat.txt"))).hasValue(150_000_000);
  }

  @Test
  void switchesAreReadByTheirWholeKey() {
    assertThat(ThreadFiles.voluntarySwitches(status)).hasValue(150);
    assertThat(ThreadFiles.involuntarySwitches(status)).hasValue(545);
  }

  @Test
  void residentSetIsInBytes() {
    assertThat(ProcessFiles.residentBytes(status)).hasValue(58316 * 1024);
  }

  @Test
  void allowedCoresAreCountedOverRanges() {
    assertThat(ProcessFiles.allowedCores(status)).hasValue(5);
  }

  @Test
  void coresAreBusyWithAllButIdlingWaitingForDisksAndStolenTime() {
    assertThat(MachineStat.busyNanos(Fixture.read("stat.txt")))
        .containsExactly(
            entry(0, (12933L + 15 + 1739 + 7 + 23) * 10_000_000),
            entry(1, (15307L + 15 + 2513 + 95) * 10_000_000),
            entry(10, 1_000_000_000L));
  }

  @Test
  void whatIsNotThereIsAbsent() {
    ProcText empty = ProcText.of("");
    assertThat(ThreadFiles.lastCore(empty)).isEmpty();
    assertThat(ThreadFiles.readyNanos(empty)).isEmpty();
    assertThat(ThreadFiles.voluntarySwitches(empty)).isEmpty();
    assertThat(ProcessFiles.residentBytes(empty)).isEmpty();
    assertThat(ProcessFiles.allowedCores(empty)).isEmpty();
    assertThat(MachineStat.busyNanos(empty)).isEmpty();
  }
}
