package io.github.heddle.kernel.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.cell.Cell;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
  private static final Cell CELL = new Cell(7, "int a;\n\tint b = \"x\";");

  @Test
  void theMarkStandsUnderThePlace() {
    Problem problem = Problem.at(new Position(2, 10), 3, "no number").withHint("write a number");

    assertThat(told(problem))
        .containsExactly(
            "CompileError",
            "cell 7, line 2, column 10: no number",
            "    \tint b = \"x\";",
            "    \t        ^^^",
            "  hint: write a number");
  }

  @Test
  void aPlaceOutsideTheTextIsToldWithoutALine() {
    assertThat(told(Problem.at(new Position(9, 1), 1, "gone"))).hasSize(2);
    assertThat(told(Problem.at(new Position(1, 99), 5, "end")))
        .contains("    " + " ".repeat(6) + "^");
  }

  private static List<String> told(Problem problem) {
    return new ProblemText("cell 7", CELL.text())
        .report(new CellException("CompileError", List.of(problem))).traceback().stream()
            .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
            .toList();
  }
}
