package io.github.heddle.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.report.SampleCrowds;
import io.github.heddle.report.SampleRun;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.task.Ending;
import io.github.heddle.trace.State;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class TextPictureTest {
  private static String text(SampleRun run) {
    return TextPicture.of(Scene.of(run.report(), EnumSet.allOf(Part.class)));
  }

  @Test
  void lanesAreBarsOfCharactersWithTheirSharesInWords() {
    assertThat(text(SampleRuns.locked()))
        .isEqualTo(
            """
            threads: 4 lock-bound tasks on 4 threads finished in 400 ms, as fast as one at a time
            used 1.00 of 2 cores · tasks spent 60 % of their time waiting for a lock that one holds at a time: hold it for less

            thread-1 |██████████                              | running 25 %
            thread-2 |##########██████████                    | running 25 %, waiting for a lock 25 %
            thread-3 |####################██████████          | running 25 %, waiting for a lock 50 %
            thread-4 |##############################██████████| running 25 %, waiting for a lock 75 %
            0 to 400 ms and shares of it: █ running, # waiting for a lock\
            """);
  }

  @Test
  void coresAndMemoryAreLinesOfBlocksWithWhatTheySayInWords() {
    assertThat(text(SampleRuns.memory()))
        .contains("core 0 |████████████████████████████████████████| this run 98 %, rest of the")
        .contains("core 1 |████████████████████████████████████████| this run 90 %, rest of the")
        .containsPattern(
            "kernel, peak 184 MB    \\|█{40}\\| objects on the heap 31.4 MB to 43.8 MB")
        .containsPattern(
            "process-1, peak 140 MB \\|▂+▃+▄+▅+▆+\\| objects on the heap 4.00 MB to 79.0 MB");
  }

  @Test
  void whatIsNotToldApartIsNotCalledByOneName() {
    assertThat(text(SampleRuns.elsewhere()))
        .contains(
            "core 0 |▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇| machine: this run and all else 80 %")
        .contains("waiting (also for a core) 35 %")
        .doesNotContain("I/O", "rest of the machine");
  }

  @Test
  void failuresAreMarked() {
    assertThat(text(SampleRuns.failed())).contains("×").contains("× failed");
  }

  @Test
  void aFailureTakesOneColumnWhereverItFalls() {
    for (double end = 60; end < 80; end += 0.7) {
      SampleRun run = SampleRun.of(2, 2).whole(1, 1, State.RUNNING, 0, 100);
      run.task(0, 0, Ending.FAILED, 0, end)
          .slice(0, 0, State.RUNNING, 0, end)
          .slice(0, 0, State.FAILED, end, end);

      assertThat(text(run)).containsPattern("thread-1 \\|█+× *\\|");
    }
  }

  @Test
  void theTextOfALargeRunIsBounded() {
    assertThat(text(SampleCrowds.million())).hasSizeLessThan(4_000).contains("…and 24 more rows");
  }
}
