package io.github.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.worker.News;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger("process-1");

  /// Each process says what sampling has taken there in all until now.
  @Test
  void whatSamplingTookIsThatOfTheProcessAndOfThoseBeforeIt() {
    ledger.begun("process-1 (pid 1)", 0);
    ledger.seen(seen(3));
    ledger.seen(seen(5));
    assertThat(ledger.lane(0).samplerNanos()).isEqualTo(5);

    ledger.begun("process-1 (pid 2)", 0);
    assertThat(ledger.lane(0).samplerNanos()).isEqualTo(5);
    ledger.seen(seen(2));
    assertThat(ledger.lane(0).samplerNanos()).isEqualTo(7);
  }

  private static News.Seen seen(long samplerNanos) {
    return new News.Seen(
        Optional.empty(), OptionalLong.empty(), List.of(), List.of(), List.of(), samplerNanos);
  }
}
