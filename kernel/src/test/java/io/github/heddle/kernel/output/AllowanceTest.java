package io.github.heddle.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 7);
  private final Allowance allowance = new Allowance(now::get);

  private int granted(int asked) {
    int granted = 0;
    for (int i = 0; i < asked; i++) {
      granted += allowance.getAsBoolean() ? 1 : 0;
    }
    return granted;
  }

  @Test
  void manyAreGrantedAtOnceAndFewerLater() {
    assertThat(granted(5_000)).isEqualTo(Allowance.AT_ONCE);
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(granted(5_000)).isEqualTo(Allowance.A_SECOND);
    now.addAndGet(TimeUnit.HOURS.toNanos(1));
    assertThat(granted(5_000)).isEqualTo(Allowance.AT_ONCE);
  }

  @Test
  void aServerThatAllowsAThousandASecondForThreeSecondsIsContent() {
    int sent = 0;
    for (int tenth = 0; tenth < 30; tenth++) {
      sent += granted(5_000);
      now.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
    }

    assertThat(sent).isLessThan(3_000);
  }
}
