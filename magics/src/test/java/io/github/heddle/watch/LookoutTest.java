package io.github.heddle.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.model.Live;
import io.github.heddle.model.Watch;
import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.plan.Turn;
import io.github.heddle.report.SampleRuns;
import io.github.heddle.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LookoutTest {
  private static final Plan PLAN = new Plan("threads", 8, 2, Optional.empty(), OnError.CONTINUE);

  /// Remembers what it was told, and on which thread.
  private static final class Notes implements View {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch lanes = new CountDownLatch(1);

    @Override
    public void progress(Turn turn, int ended, long elapsedNanos) {
      told.add(turn + ": " + ended + " on " + Thread.currentThread().getName());
    }

    @Override
    public void lanes(Turn turn, Trace soFar) {
      told.add("lanes of " + turn);
      lanes.countDown();
    }
  }

  private record Half() implements Live {
    @Override
    public int ended() {
      return 4;
    }

    @Override
    public Trace trace() {
      return SampleRuns.oversubscribed().trace();
    }
  }

  @Test
  void runThatLastsIsTold() throws InterruptedException {
    Notes notes = new Notes();
    try (Lookout lookout = Lookout.with(notes)) {
      Watch watch = lookout.during(new Turn(PLAN, false, 2, 5));
      watch.begun(new Half());
      notes.lanes.await();
      watch.ended();
    }

    assertThat(notes.told)
        .startsWith("threads, run 2 of 5: 4 on heddle-progress", "lanes of threads, run 2 of 5");
  }

  @Test
  void shortRunIsNotTold() {
    Notes notes = new Notes();
    try (Lookout lookout = Lookout.with(notes)) {
      Watch watch = lookout.during(Turn.only(PLAN));
      watch.begun(new Half());
      watch.ended();
    }

    assertThat(notes.told).isEmpty();
  }

  @Test
  void threadEndsAlsoWhereNothingWasRun() {
    Lookout.with(new Notes()).close();

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("heddle-progress");
  }
}
