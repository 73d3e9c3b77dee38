package io.github.heddle.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> shown = new ArrayList<>();
  private final List<String> updated = new ArrayList<>();
  private final Screen screen = new Listed();

  @Test
  void aLoopSeesAllElementsAndTheBarEndsFull() {
    List<Integer> seen = new ArrayList<>();
    for (int each : over(List.of(1, 2, 3, 4), OptionalLong.of(4))) {
      seen.add(each);
      nanos.addAndGet(300_000_000);
    }
    assertThat(seen).containsExactly(1, 2, 3, 4);
    assertThat(shown).singleElement().asString().contains("0 of 4, 0 %");
    assertThat(updated.getFirst()).contains("1 of 4, 25 %, 900 ms left");
    assertThat(updated.getLast())
        .isEqualTo("[##############################] 4 of 4, 100 %, 1.20 s");
  }

  @Test
  void theBarIsRenewedFourTimesASecondAtMost() {
    for (int each : over(IntStream.range(0, 1000).boxed().toList(), OptionalLong.of(1000))) {
      nanos.addAndGet(each >= 0 ? 2_000_000 : 0);
    }
    assertThat(updated).hasSizeBetween(3, 9);
  }

  @Test
  void withoutATotalItCounts() {
    for (int each : over(List.of(1, 2), OptionalLong.empty())) {
      nanos.addAndGet(500_000_000L * each / each);
    }
    assertThat(updated).containsExactly("1, 2.00 per second", "2, 1.00 s");
  }

  @Test
  void noElementsAreAllOfThem() {
    for (int each : over(List.<Integer>of(), OptionalLong.of(0))) {
      throw new AssertionError(each);
    }
    assertThat(updated).singleElement().asString().contains("0 of 0, 100 %");
  }

  @Test
  void stepsOfManyThreadsAreAllCounted() throws InterruptedException {
    Progress<Integer> progress = over(List.of(), OptionalLong.of(4000));
    var _ = progress.iterator();
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(_ ->
                Thread.ofPlatform()
                    .unstarted(() -> IntStream.range(0, 1000).forEach(_ -> progress.step())))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(updated).singleElement().asString().contains("4,000 of 4,000, 100 %");
  }

  private Progress<Integer> over(List<Integer> elements, OptionalLong total) {
    return new Progress<>(elements, total, screen, nanos::get);
  }

  private final class Listed implements Screen {
    @Override
    public Renderer renderer() {
      return new Renderer();
    }

    @Override
    public void show(DisplayData data) {
      shown.add(String.valueOf(data.getData(MIMEType.TEXT_PLAIN)));
    }

    @Override
    public synchronized void update(DisplayData data) {
      updated.add(String.valueOf(data.getData(MIMEType.TEXT_PLAIN)));
    }

    @Override
    public void clear(boolean wait) {
      throw new AssertionError("nothing is to be cleared");
    }
  }
}
