package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.cell.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is in force in all cells stays so, whatever a cell imports.
@Timeout(60)
class ImportsOfCellsTest {
  private final Notebook notebook =
      new Notebook(
          "import java.util.*;",
          "import java.util.concurrent.*;",
          "import static java.lang.Math.*;");

  @AfterEach
  void close() {
    notebook.close();
  }

  private void assertAllInForce() {
    assertThat(notebook.value("List.of(abs(-1), new CountDownLatch(2).getCount())"))
        .hasToString("[1, 2]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java.util.*;",
        "import java.util.*",
        "import java.util.*; // all of it",
        "import /* all */ java.util.*;",
        "import java.util.*/* all */;",
        "import/**/java.util.*;",
        "import\n  java.util\n  .*;",
        "import java.util.*;;",
        "/* first */ import java.util.*; import java.util.*;",
        "import static java.lang.Math.*;",
        "import static /* all */ java.lang.Math.*;",
        "import java.util.concurrent.*;\nimport java.util.*;",
        "import java.util.concurrent.locks.*;",
        "import java.util.List;",
      })
  void anImportOfACellReplacesNoneOfThem(String source) {
    notebook.runAll(source);
    assertAllInForce();
  }

  @Test
  void anImportThatIsInForceAnywayMovesNoErrorBehindIt() {
    assertThat(
            notebook.problems(
                """
                import java.util.*; // all of it

                  import /* again */ java.util.*; int a = missing;
                """))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.message()).contains("missing");
          assertThat(problem.at()).isEqualTo(new Position(3, 43));
        });
    assertAllInForce();
  }

  @Test
  void theRestOfACellWithSuchAnImportIsRun() {
    assertThat(notebook.value("import java.util.*; int a = 1;\nimport java.util.*;\na + 1"))
        .isEqualTo(2);
  }

  @Test
  void anImportThatIsNoneIsTold() {
    assertThat(notebook.problems("import java.util.*;\nimport java.utils.*;").getFirst().at())
        .extracting(Position::line)
        .isEqualTo(2);
    assertAllInForce();
  }
}
