package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.ship.NotShippable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Lambdas of a notebook in a worker process.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OffloadToProcessTest {
  private final Notebook notebook = new Notebook();

  @AfterEach
  void close() {
    notebook.close();
  }

  @Test
  void lambdaFindsTheVariablesMethodsAndTypesOfTheNotebook() {
    notebook.runAll(
        "import io.github.heddle.Heddle;",
        "int base = 40; int plus(int more) { return base + more; }",
        "record Answer(int n, long pid) {}",
        "Answer ask(int more) throws Exception { return Heddle.offloadToProcess(() -> new"
            + " Answer(plus(more), ProcessHandle.current().pid())); }",
        "Answer answer = ask(2);");

    assertThat(notebook.value("answer.n()")).isEqualTo(42);
    assertThat(notebook.value("answer.pid()")).isNotEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void variableThatCannotBeSentIsNamed() {
    notebook.runAll("import io.github.heddle.Heddle;", "Thread thread = new Thread();");

    assertThat(notebook.thrown("Heddle.offloadToProcess(() -> thread.getName())"))
        .isInstanceOf(NotShippable.class)
        .hasMessageStartingWith("The variable thread cannot be sent to another process: ");
  }
}
