package io.github.heddle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What is kept of a million tasks in an hour.
class ManyMountsTest {
  @Test
  void aMillionMountsThatWaitForACoreAreKeptInSumsAndInFewSlices() {
    CarrierTrack carrier = new CarrierTrack(new Lane(0, "event loop"), 200);
    long milli = 1_000_000;
    long now = 0;
    for (int task = 0; task < 1_000_000; task++) {
      TaskTrack track = TaskTrack.withoutLane(task);
      track.mounted(now, true, carrier);
      MountUse use = new MountUse(now, now + 3 * milli, 2 * milli, OptionalLong.of(milli), false);
      track.ended(use, carrier);
      carrier.carried(task, use);
      carrier.ended(track, now, now + 3 * milli);
      now += 3 * milli + 600_000;
    }

    assertThat(carrier.slices()).hasSizeLessThanOrEqualTo(200);
    assertThat(carrier.broken()).hasSizeLessThanOrEqualTo(1_000);
    assertThat(carrier.states().ready()).isEqualTo(1_000_000 * milli);
    assertThat(carrier.states().running()).isEqualTo(2_000_000 * milli);
  }
}
