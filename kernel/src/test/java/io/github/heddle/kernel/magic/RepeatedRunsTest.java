package io.github.heddle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.report.Timing.Sample;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RepeatedRunsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong runs = new AtomicLong();

  @Test
  void samplesGrowUntilTheyCanBeMeasured() throws Throwable {
    List<Sample> samples = take("f()", 1_000);

    assertThat(samples.getFirst().runs()).isEqualTo(1);
    assertThat(samples.getLast().runs()).isEqualTo(2_000);
    assertThat(samples.stream().mapToLong(Sample::runs).sum()).isEqualTo(runs.get());
    assertThat(nanos.get()).isBetween(2_000_000_000L, 2_010_000_000L);
  }

  @Test
  void slowBodiesRunTenTimesUnlessThatTakesTooLong() throws Throwable {
    assertThat(take("f()", 400_000_000L)).hasSize(10);
    assertThat(take("f()", 4_000_000_000L)).hasSize(3);
  }

  @Test
  void optionsSayHowManyRunsAndSamples() throws Throwable {
    assertThat(take("-n 7 -r 3 f()", 1_000))
        .hasSize(3)
        .allSatisfy(sample -> assertThat(sample.runs()).isEqualTo(7));
  }

  @Test
  void optionsEndWhereTheExpressionBegins() {
    TimeitOptions options = TimeitOptions.in(line("-n 7 -x + f(\"-r 3\")"));

    assertThat(options.runs()).hasValue(7);
    assertThat(options.samples()).isEmpty();
    assertThat(options.rest()).isEqualTo(new Fragment("-x + f(\"-r 3\")", new Position(2, 14)));
    assertThat(TimeitOptions.in(line("")).rest().text()).isEmpty();
  }

  @Test
  void whatTheBodyThrowsIsThrown() {
    assertThatThrownBy(() ->
            new RepeatedRuns(
                    (_, _) -> {
                      throw new IllegalStateException("broken");
                    },
                    nanos::get,
                    TimeitOptions.in(line("")))
                .take())
        .isInstanceOf(IllegalStateException.class);
  }

  private List<Sample> take(String line, long nanosOfARun) throws Throwable {
    return new RepeatedRuns(
            (_, _) -> {
              nanos.addAndGet(nanosOfARun);
              return runs.incrementAndGet();
            },
            nanos::get,
            TimeitOptions.in(line(line)))
        .take();
  }

  private static Fragment line(String text) {
    return new Fragment(text, new Position(2, 9));
  }
}
