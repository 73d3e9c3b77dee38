package io.github.heddle.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import io.github.heddle.host.FakeHost;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Cells that are refused before anything is run.
@Timeout(30)
class RefusedCellTest {
  @Test
  void bodyIsRequired() {
    FakeHost host = new FakeHost("%%threads -n 2\n  \n", MagicRuns.numbered((task, _) -> task));

    assertThatExceptionOfType(CellException.class)
        .isThrownBy(() -> MagicRuns.eval(host))
        .satisfies(thrown ->
            assertThat(thrown.problems())
                .containsExactly(
                    Problem.at(Position.START, 9, "there is nothing to run")
                        .withHint("write statements under this line; they are run once per task")));
    assertThat(host.compiled).isEmpty();
  }

  @Test
  void badOptionsStopBeforeAnythingIsCompiled() {
    FakeHost host =
        new FakeHost("%%threads --workers 0\ntask", MagicRuns.numbered((task, _) -> task));

    assertThatExceptionOfType(CellException.class).isThrownBy(() -> MagicRuns.eval(host));
    assertThat(host.compiled).isEmpty();
    assertThat(host.shown).isEmpty();
  }

  @Test
  void tooManyElementsAreRefused() {
    List<Integer> elements =
        new AbstractList<>() {
          @Override
          public Integer get(int index) {
            return index;
          }

          @Override
          public int size() {
            return 10_000_001;
          }
        };
    FakeHost host = new FakeHost("%%threads --over xs\nitem", MagicRuns.over(elements, 1));

    assertThatExceptionOfType(CellException.class)
        .isThrownBy(() -> MagicRuns.eval(host))
        .withMessageContaining("10,000,001 elements are too many");
  }

  @Test
  void folderThatIsMissingIsSaidBeforeAnythingIsRun() {
    AtomicInteger ran = new AtomicInteger();
    FakeHost host =
        new FakeHost(
            "%%threads -n 2 --save /no/such/run.json\ntask",
            MagicRuns.numbered((_, _) -> ran.incrementAndGet()));

    assertThatExceptionOfType(CellException.class)
        .isThrownBy(() -> MagicRuns.eval(host))
        .satisfies(thrown ->
            assertThat(thrown.problems())
                .singleElement()
                .satisfies(problem -> {
                  assertThat(problem.at()).isEqualTo(new Position(1, 23));
                  assertThat(problem.message()).isEqualTo("there is no directory /no/such");
                }));
    assertThat(ran).hasValue(0);
  }
}
