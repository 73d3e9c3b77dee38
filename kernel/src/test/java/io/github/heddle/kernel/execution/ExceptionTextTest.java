package io.github.heddle.kernel.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.heddle.Heddle;
import io.github.heddle.Run;
import io.github.heddle.TasksFailed;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionTextTest {
  private static final StackTraceElement CELL =
      new StackTraceElement("REPL.$JShell$12", "fib", "cell 7", 3);
  private static final StackTraceElement JDK =
      new StackTraceElement("java.lang.Integer", "parseInt", "Integer.java", 652);
  private static final StackTraceElement BELOW =
      new StackTraceElement("jdk.jshell.execution.DirectExecutionControl", "invoke", "X.java", 1);

  @Test
  void framesOfTheNotebookAreToldAndNoneBelow() {
    Exception e = exception("no number", JDK, JDK, CELL, BELOW);

    assertThat(told(e))
        .containsExactly(
            "IllegalStateException: no number",
            "    ... 1 of the library",
            "    at java.lang.Integer.parseInt",
            "    at cell 7, line 3 in fib");
  }

  @Test
  void recursionIsToldOnce() {
    Exception e =
        exception("deep", Collections.nCopies(1000, CELL).toArray(StackTraceElement[]::new));

    assertThat(told(e))
        .containsExactly(
            "IllegalStateException: deep",
            "    at cell 7, line 3 in fib",
            "    ... the same 999 times more");
  }

  @Test
  void causesInACircleAreToldOnce() {
    Exception inner = exception("inner");
    Exception outer = new IllegalArgumentException("outer", inner);
    outer.setStackTrace(new StackTraceElement[0]);
    inner.initCause(outer);

    assertThat(told(outer))
        .containsExactly(
            "IllegalArgumentException: outer", "caused by: IllegalStateException: inner");
  }

  @Test
  void whatTasksThrewIsToldOnce() {
    Run<Integer> run =
        Heddle.sequential()
            .tasks(1)
            .run(_ -> {
              throw exception("only once", CELL);
            });

    assertThatExceptionOfType(TasksFailed.class)
        .isThrownBy(run::requireResults)
        .satisfies(failed ->
            assertThat(told(failed))
                .contains("caused by: IllegalStateException", "    at cell 7, line 3 in fib")
                .filteredOn(line -> line.contains("only once"))
                .hasSize(1));
  }

  @Test
  void aMessageThatCannotBeHadIsNoHindrance() {
    RuntimeException e =
        new RuntimeException() {
          @Override
          public String getMessage() {
            throw new StackOverflowError();
          }
        };

    assertThat(ExceptionText.report(e).message()).contains("StackOverflowError");
    assertThat(ExceptionText.report(e).name()).contains("ExceptionTextTest");
  }

  private static Exception exception(String message, StackTraceElement... frames) {
    Exception e = new IllegalStateException(message);
    e.setStackTrace(frames);
    return e;
  }

  private static List<String> told(Throwable e) {
    return ExceptionText.report(e).traceback().stream()
        .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
        .toList();
  }
}
