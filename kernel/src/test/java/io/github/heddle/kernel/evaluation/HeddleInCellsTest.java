package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The API of Heddle in plain cells.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HeddleInCellsTest {
  private final Notebook notebook = new Notebook();

  @AfterEach
  void close() {
    notebook.close();
  }

  @Test
  void bodyThatGivesNoResultIsRunForEachTaskAndElement() {
    notebook.runAll(
        "import io.github.heddle.Heddle;",
        "var seen = new java.util.concurrent.ConcurrentSkipListSet<String>();",
        """
        Heddle.threads(2).tasks(2).forEach(task -> {
          Thread.sleep(1);
          seen.add("task " + task);
        }).requireResults();\
        """,
        "var run = Heddle.threads(2).over(List.of(1, 2)).forEach(x -> seen.add(\"item \" + x));");

    assertThat(notebook.value("seen"))
        .asInstanceOf(InstanceOfAssertFactories.COLLECTION)
        .containsExactly("item 1", "item 2", "task 0", "task 1");
  }

  @Test
  void bodyThatGivesNoResultRunsInAWorkerProcess() {
    notebook.runAll("import io.github.heddle.Heddle;", "int[] mine = new int[1];");

    assertThat(
            notebook.value(
                "Heddle.processes(1).tasks(2).forEach(task -> { mine[0]++; }).results().size()"))
        .isEqualTo(2);
    assertThat(notebook.value("mine[0]")).isEqualTo(0);
  }
}
