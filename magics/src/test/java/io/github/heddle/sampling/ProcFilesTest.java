package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
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
    assertThat(ProcessFiles.highestResidentBytes(status)).hasValue(104600 * 1024);
  }

  @Test
  void allowedCoresAreNamedOrInRanges() {
    assertThat(ProcessFiles.allowedCores(status)).containsExactly(0, 1, 2, 3, 8);
  }

  @Test
  void coresAreBusyWithAllButIdlingAndWaitingForDisksAlsoWithWhatAHypervisorRuns() {
    assertThat(MachineStat.busyNanos(Fixture.read("stat.txt")))
        .containsExactly(
            entry(0, (12933L + 15 + 1739 + 7 + 23 + 11) * 10_000_000),
            entry(1, (15307L + 15 + 2513 + 95 + 19) * 10_000_000),
            entry(10, 1_000_000_000L));
  }

  @Test
  void guestsAreNotCountedTwiceAndCoresThatAreOfflineAreNotThere() {
    assertThat(MachineStat.busyNanos(Fixture.read("stat-guests-offline.txt")))
        .containsExactly(
            entry(0, (9000L + 400 + 800 + 5 + 6) * 10_000_000),
            entry(2, (7000L + 300 + 600 + 5 + 6 + 90) * 10_000_000),
            entry(3, 0L));
  }

  @Test
  void everyLineOfAThreadIsReadWhateverItsNameIs() {
    for (String name : List.of("java", "", " ", ") S (", "a) R 1 (b) c", "))))", "GC Thread#0")) {
      String stat = Fixture.read("task-stat.txt").toString().replace("a ) name (1", name);

      assertThat(ThreadFiles.lastCore(ProcText.of(stat))).as(name).hasValue(5);
    }
  }

  @Test
  void whatIsNotThereIsAbsent() {
    ProcText empty = ProcText.of("");
    assertThat(ThreadFiles.lastCore(empty)).isEmpty();
    assertThat(ThreadFiles.readyNanos(empty)).isEmpty();
    assertThat(ThreadFiles.voluntarySwitches(empty)).isEmpty();
    assertThat(ProcessFiles.residentBytes(empty)).isEmpty();
    assertThat(ProcessFiles.highestResidentBytes(empty)).isEmpty();
    assertThat(ProcessFiles.allowedCores(empty)).isEmpty();
    assertThat(MachineStat.busyNanos(empty)).isEmpty();
  }
}
