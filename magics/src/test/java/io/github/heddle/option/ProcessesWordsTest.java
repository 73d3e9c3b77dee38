package io.github.heddle.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.heddle.cell.Cell;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.CellSyntax;
import io.github.heddle.cell.MagicLine;
import io.github.heddle.cell.Problem;
import io.github.heddle.plan.WorkerJvm;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessesWordsTest {
  @Test
  void nothingSaidMeansWarmWorkersWithAFairShareOfTheMemory() throws CellException {
    assertThat(options("%%processes").request().jvm()).isEqualTo(WorkerJvm.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({"512m, 536870912", "2G, 2147483648", "65536k, 67108864"})
  void heapIsRead(String size, long bytes) throws CellException {
    Options options = options("%%processes -w 3 --fresh --heap " + size);

    assertThat(options.request().jvm()).isEqualTo(new WorkerJvm(OptionalLong.of(bytes), true));
    assertThat(options.request().workers()).isEqualTo(OptionalInt.of(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "512  | `512` is no size             | a number and a unit: 512m or 2g",
        "lots | `lots` is no size            | a number and a unit: 512m or 2g",
        "1m   | a heap of 1m is not possible | 16m or more",
      })
  void sizeThatIsNoneIsAProblemAtItsColumn(String size, String message, String hint) {
    CellException thrown =
        catchThrowableOfType(CellException.class, () -> options("%%processes --heap " + size));
    Problem problem = thrown.problems().getFirst();

    assertThat(problem.at().column()).isEqualTo(20);
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.hint()).contains(hint);
  }

  @Test
  void helpExplainsWhatAWorkerGets() throws CellException {
    String help = ((Asked.Help) Asked.by(line("%%processes --help"))).text();

    assertThat(help)
        .contains("copy of the variables", "--heap=SIZE", "--fresh", "one per core")
        .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 100));
  }

  private static Options options(String text) throws CellException {
    return ((Asked.Run) Asked.by(line(text))).options();
  }

  private static MagicLine line(String text) throws CellException {
    return ((CellSyntax.CellMagic) new Cell(1, text).parse()).line();
  }
}
