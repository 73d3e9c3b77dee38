package io.github.heddle.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 ns",
    "350, 350 ns",
    "999, 999 ns",
    "1000, 1.00 µs",
    "12500, 12.5 µs",
    "999499, 999 µs",
    "999500, 1.00 ms",
    "1200000000, 1.20 s",
    "73400000000, 73.4 s",
    "4000000000000, '4,000 s'"
  })
  void durationsHaveThreeDigitsAndAUnit(long nanos, String text) {
    assertThat(Figures.duration(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"512, 512 B", "1200, 1.20 kB", "999500, 1.00 MB", "182000000, 182 MB"})
  void memoryCountsInThousands(long bytes, String text) {
    assertThat(Figures.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 %", "0.001, <1 %", "0.004999, <1 %", "0.006, 1 %", "0.5, 50 %", "28.8, 2880 %"})
  void smallSharesAreNotRoundedAway(double share, String text) {
    assertThat(Figures.percent(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1.984, 1.98", "9.996, 10.0", "31.62, 31.6", "99.96, 100", "1250.4, '1,250'"})
  void numbersHaveThreeDigits(double value, String text) {
    assertThat(Figures.number(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "1.5, 1.5", "0.25, 0.25", "100, 100", "128, 128"})
  void plainNumbersHaveNoTrailingZeros(double value, String text) {
    assertThat(Figures.plain(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, task, 1 task", "0, task, 0 tasks", "1000, task, '1,000 tasks'"})
  void countsKnowSingularAndPlural(long number, String noun, String text) {
    assertThat(Figures.count(number, noun)).isEqualTo(text);
  }

  @Test
  void processesHaveTheirPlural() {
    assertThat(Figures.count(2, "process")).isEqualTo("2 processes");
  }

  @Test
  void theLocaleOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Figures.duration(1_200_000_000)).isEqualTo("1.20 s");
      assertThat(Figures.thousands(1_000_000)).isEqualTo("1,000,000");
    } finally {
      Locale.setDefault(before);
    }
  }
}
