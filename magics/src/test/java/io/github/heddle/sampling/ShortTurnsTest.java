package io.github.heddle.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.sampling.ShortTurns.CallNumbers;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Linux tells how long turns are since 6.12; before, there is nothing to ask for.
@EnabledOnOs(OS.LINUX)
class ShortTurnsTest {
  private static final OptionalLong SHORT = OptionalLong.of(ShortTurns.NANOS);
  private static final long UNKNOWN = 1_000_000;
  private final ShortTurns turns = ShortTurns.available().orElseThrow();

  private record Seen(OptionalLong before, OptionalLong after, OptionalLong child) {}

  @Test
  void aThreadThatAsksGetsShortTurnsAndThoseThatItStartsDoNot() {
    Seen seen =
        inThread(() -> {
          OptionalLong before = turns.nanos();
          turns.ask();
          return new Seen(before, turns.nanos(), inThread(turns::nanos));
        });
    assertThat(seen.before).isNotEqualTo(SHORT);
    assertThat(seen.after).isEqualTo(seen.before.isPresent() ? SHORT : OptionalLong.empty());
    assertThat(seen.child).isEqualTo(seen.before);
  }

  @Test
  void theSamplerHasShortTurnsAndNobodyElse() {
    CompletableFuture<OptionalLong> ofSampler = new CompletableFuture<>();
    OptionalLong before = turns.nanos();
    Sampler sampler =
        Sampler.start(
            List.of(),
            CoreLimits.ofThisProcess(),
            () -> ofSampler.complete(turns.nanos()),
            List::of);
    sampler.finish();
    assertThat(ofSampler.join()).isEqualTo(before.isPresent() ? SHORT : OptionalLong.empty());
    assertThat(turns.nanos()).isEqualTo(before);
  }

  @Test
  void whereTheSystemRefusesAllStaysAsItWas() {
    CallNumbers calls = CallNumbers.here().orElseThrow();
    ShortTurns refused = ShortTurns.calling(new CallNumbers(UNKNOWN, calls.get())).orElseThrow();
    ShortTurns silent = ShortTurns.calling(new CallNumbers(UNKNOWN, UNKNOWN)).orElseThrow();
    OptionalLong before = turns.nanos();
    refused.ask();
    silent.ask();
    assertThat(turns.nanos()).isEqualTo(before);
    assertThat(silent.nanos()).isEmpty();
  }

  private static <V> V inThread(Supplier<V> work) {
    return CompletableFuture.supplyAsync(work, task -> new Thread(task, "asks").start()).join();
  }
}
