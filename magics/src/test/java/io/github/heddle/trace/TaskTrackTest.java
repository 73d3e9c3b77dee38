package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TaskTrackTest {
  private final CarrierTrack carrier = new CarrierTrack(new Lane(0, "event loop"), 100);
  private final TaskTrack task = TaskTrack.withLane(4, 5, 100);

  @Test
  void statesFollowMountsAndUnmounts() {
    task.mounted(100, true, carrier);
    task.unmounted(use(100, 150), false, carrier);
    task.queued(400);
    task.mounted(450, false, carrier);
    task.ended(use(450, 500), carrier);

    assertThat(task.slices())
        .containsExactly(
            slice(State.RUNNING, 100, 150),
            slice(State.WAITING, 150, 400),
            slice(State.READY, 400, 450),
            slice(State.RUNNING, 450, 500));
    assertThat(task.times(9_999)).isEqualTo(new StateTimes(100, 50, 250, 0, 0));
  }

  @Test
  void whatIsSeenOfATaskUnderWayFillsItsTimeUntilThen() {
    task.mounted(100, true, carrier);
    task.unmounted(use(100, 150), false, carrier);

    Unended seen = task.seen(200);
    assertThat(seen.times().total()).isEqualTo(seen.atNanos() - 100);
    assertThat(seen.slices(5))
        .containsExactly(slice(State.RUNNING, 100, 150), slice(State.WAITING, 150, 200));
    assertThat(task.seen(120).atNanos()).as("a clock that was read too early").isEqualTo(150);
  }

  @Test
  void taskParkedForALockIsLocked() {
    task.mounted(0, true, carrier);
    task.unmounted(use(0, 10), true, carrier);
    task.queued(70);

    assertThat(task.times(80)).isEqualTo(new StateTimes(10, 10, 0, 60, 0));
  }

  @Test
  void readyBeforeTheUnmountIsNotedIsReadyFromThenOn() {
    task.mounted(0, true, carrier);
    task.queued(40);
    task.unmounted(use(0, 50), false, carrier);
    task.mounted(60, false, carrier);
    task.ended(use(60, 70), carrier);

    assertThat(task.slices())
        .containsExactly(
            slice(State.RUNNING, 0, 50), slice(State.READY, 50, 60), slice(State.RUNNING, 60, 70));
  }

  @Test
  void taskRunsWhileAnythingOfItDoes() {
    task.mounted(0, true, carrier);
    task.queued(5);
    task.mounted(10, false, carrier);
    task.unmounted(use(0, 20), false, carrier);
    task.unmounted(use(10, 30), false, carrier);
    task.queued(100);

    assertThat(task.slices())
        .containsExactly(slice(State.RUNNING, 0, 30), slice(State.WAITING, 30, 100));
  }

  @Test
  void waitingWithTheCarrierHeldIsNotRunning() {
    long milli = 1_000_000;
    task.mounted(0, true, carrier);
    task.ended(new MountUse(0, 100 * milli, 5 * milli, OptionalLong.of(10 * milli), true), carrier);

    assertThat(task.times(0)).isEqualTo(new StateTimes(5 * milli, 10 * milli, 85 * milli, 0, 0));
    assertThat(task.slices())
        .containsExactly(
            slice(State.RUNNING, 0, 15 * milli), slice(State.WAITING, 15 * milli, 100 * milli));
  }

  @Test
  void waitForACoreWhileMountedCountsAsReady() {
    long milli = 1_000_000;
    task.mounted(0, true, carrier);
    task.ended(
        new MountUse(0, 100 * milli, 60 * milli, OptionalLong.of(40 * milli), false), carrier);

    assertThat(task.times(0)).isEqualTo(new StateTimes(60 * milli, 40 * milli, 0, 0, 0));
    assertThat(task.slices()).containsExactly(slice(State.RUNNING, 0, 100 * milli));
  }

  @Test
  void waitForACoreCountsAlsoWhereAnotherCarrierTakesTheTaskOnAtOnce() {
    long milli = 1_000_000;
    CarrierTrack other = new CarrierTrack(new Lane(1, "carrier-2"), 100);
    task.mounted(0, true, carrier);
    task.queued(99 * milli);
    task.mounted(100 * milli, false, other);
    task.unmounted(
        new MountUse(0, 102 * milli, 60 * milli, OptionalLong.of(42 * milli), false),
        false,
        carrier);
    task.ended(
        new MountUse(100 * milli, 200 * milli, 90 * milli, OptionalLong.of(10 * milli), false),
        other);

    assertThat(task.times(0)).isEqualTo(new StateTimes(150 * milli, 50 * milli, 0, 0, 0));
  }

  @Test
  void whatATaskLeftBehindDoesNotCount() {
    task.mounted(0, true, carrier);
    task.ended(use(0, 10), carrier);
    task.queued(20);
    task.mounted(30, false, carrier);
    task.unmounted(use(30, 40), false, carrier);

    assertThat(task.times(100)).isEqualTo(new StateTimes(10, 0, 0, 0, 0));
  }

  private static MountUse use(long start, long end) {
    return new MountUse(start, end, end - start, OptionalLong.of(0), false);
  }

  @Test
  void whereWaitsForACoreAreNotKnownNothingIsCalledWaitingForThem() {
    long milli = 1_000_000;
    task.mounted(0, true, carrier);
    task.ended(new MountUse(0, 100 * milli, 60 * milli, OptionalLong.empty(), false), carrier);

    assertThat(task.times(0)).isEqualTo(new StateTimes(100 * milli, 0, 0, 0, 0));
  }

  private static Slice slice(State state, long start, long end) {
    return new Slice(5, 4, 1, state, start, end);
  }
}
