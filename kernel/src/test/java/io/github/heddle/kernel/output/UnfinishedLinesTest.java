package io.github.heddle.kernel.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.heddle.kernel.output.UnfinishedLines.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnfinishedLinesTest {
  private final Origin cell = new Origin(List.of(), new JsonObject(), true, false);
  private final Writer one = new Writer(new Thread(() -> {}), Stream.STDOUT);
  private final Writer two = new Writer(new Thread(() -> {}), Stream.STDOUT);
  private final UnfinishedLines lines = new UnfinishedLines();

  @Test
  void aLineIsGivenOnceItIsWhole() {
    assertThat(add(one, "a", 0)).isEmpty();
    assertThat(add(two, "x", 0)).isEmpty();
    assertThat(add(one, "b\nc", 0)).containsExactly("ab\n");
    assertThat(add(two, "y\n", 0)).containsExactly("xy\n");
    assertThat(texts(lines.finish(one))).containsExactly("c");
    assertThat(lines.finish()).isEmpty();
  }

  @Test
  void aLineThatIsNotGoneOnWithIsOverdueSoon() {
    add(one, "prompt", 0);

    assertThat(lines.overdue(UnfinishedLines.IDLE_NANOS - 1)).isEmpty();
    assertThat(lines.nanosToWait(10)).isEqualTo(UnfinishedLines.IDLE_NANOS - 10);
    assertThat(texts(lines.overdue(UnfinishedLines.IDLE_NANOS))).containsExactly("prompt");
    assertThat(lines.nanosToWait(0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aLineThatGrowsSlowlyForEverIsOverdueAtLast() {
    long step = UnfinishedLines.IDLE_NANOS / 2;
    for (long now = 0; now < UnfinishedLines.PATIENCE_NANOS; now += step) {
      add(one, ".", now);
      assertThat(lines.overdue(now)).isEmpty();
    }

    assertThat(lines.overdue(UnfinishedLines.PATIENCE_NANOS)).hasSize(1);
  }

  @Test
  void whatAThreadBeganOnOneStreamComesBeforeWhatItPrintsOnTheOther() {
    Writer errors = new Writer(one.thread(), Stream.STDERR);
    add(one, "a", 0);
    add(two, "x", 0);

    assertThat(add(errors, "b", 0)).containsExactly("a");
    assertThat(add(one, "c\n", 0)).containsExactly("b", "c\n");
  }

  @Test
  void whatAThreadBeganIsFinishedForIt() {
    add(one, "mine", 0);
    add(new Writer(Thread.currentThread(), Stream.STDOUT), "of a living one", 0);

    assertThat(texts(lines.finish(cell, Thread.ofPlatform().unstarted(() -> {}))))
        .containsExactly("mine"); // the threads of these writers are not alive
    assertThat(texts(lines.finish(cell, Thread.currentThread())))
        .containsExactly("of a living one");
  }

  @Test
  void aCharacterOfSeveralBytesIsNotCut() {
    byte[] bytes = "😀".getBytes(UTF_8);
    for (byte part : new byte[] {bytes[0], bytes[1], bytes[2]}) {
      assertThat(lines.add(one, cell, new byte[] {part}, 0)).isEmpty();
      assertThat(lines.finish(one)).isEmpty();
    }
    lines.add(one, cell, new byte[] {bytes[3]}, 0);

    assertThat(texts(lines.finish(one))).containsExactly("😀");
  }

  @Test
  void aThreadThatGoesOverToAnotherCellFinishesItsLineFirst() {
    Origin next = new Origin(List.of(), new JsonObject(), true, false);
    add(one, "old", 0);

    assertThat(lines.add(one, next, "new\n".getBytes(UTF_8), 0))
        .satisfiesExactly(
            old -> {
              assertThat(old.text()).isEqualTo("old");
              assertThat(old.origin()).isSameAs(cell);
            },
            fresh -> {
              assertThat(fresh.text()).isEqualTo("new\n");
              assertThat(fresh.origin()).isSameAs(next);
            });
  }

  @Test
  void aLineWithoutEndDoesNotGrowForEver() {
    int given = 0;
    for (int i = 0; i < 100; i++) {
      given += add(one, "x".repeat(1000), 0).stream().mapToInt(String::length).sum();
    }

    assertThat(given).isGreaterThan(80_000);
  }

  private List<String> add(Writer writer, String text, long now) {
    return texts(lines.add(writer, cell, text.getBytes(UTF_8), now));
  }

  private static List<String> texts(List<PrintedText> printed) {
    return printed.stream().map(PrintedText::text).toList();
  }
}
