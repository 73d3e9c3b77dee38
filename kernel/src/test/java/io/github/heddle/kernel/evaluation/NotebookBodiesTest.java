package io.github.heddle.kernel.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.heddle.Run;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import io.github.heddle.host.BodySource;
import io.github.heddle.host.CompiledBody;
import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Plan;
import io.github.heddle.scope.Scope;
import io.github.heddle.task.Outcome;
import io.github.heddle.task.TaskBody;
import io.github.heddle.task.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NotebookBodiesTest {
  private static final Position BODY = new Position(2, 1);
  private static final Position OVER = new Position(1, 18);

  private final Notebook notebook = new Notebook();

  @AfterEach
  void close() {
    notebook.close();
  }

  private CompiledBody compile(String body, Optional<String> over, String item, Scope scope)
      throws CellException {
    return notebook
        .evaluator()
        .bodies(99, scope)
        .compile(
            new BodySource(
                new Fragment(body, BODY), over.map(each -> new Fragment(each, OVER)), item));
  }

  private CompiledBody compile(String body) throws CellException {
    return compile(body, Optional.empty(), "item", notebook.scope());
  }

  private CompiledBody compile(String body, String over) throws CellException {
    return compile(body, Optional.of(over), "item", notebook.scope());
  }

  private List<Problem> problems(String body, Optional<String> over) {
    return catchThrowableOfType(
            CellException.class, () -> compile(body, over, "item", notebook.scope()))
        .problems();
  }

  @SuppressWarnings("unchecked") // the elements and the body belong together
  private static List<Object> run(CompiledBody body) throws Throwable {
    Work<Object, Object> work = (Work<Object, Object>) body.work();
    TaskBody<Object, Object> task = work.body();
    List<Object> elements = work.elements().orElse(List.of(0, 1, 2));
    List<Object> results = new ArrayList<>();
    for (int number = 0; number < elements.size(); number++) {
      results.add(task.run(number, elements.get(number)));
    }
    return results;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "task * 10 | 0, 10, 20",
        "item * 10; | 0, 10, 20",
        "int a = task; // one\\na + 1 // two | 1, 2, 3",
        "if (task == 1) return 5;\\nreturn 6; | 6, 5, 6",
        "if (task == 1) return 5L;\\ntask | 0, 5, 2",
        "if (task == 1) return 5;\\nreturn 6 | 6, 5, 6",
        "switch (task) { case 1 -> \"one\"; default -> \"many\"; } | many, one, many",
        "record P(int x) {}\\nnew P(task).x() | 0, 1, 2",
        "int x;\\nx = task | 0, 1, 2",
        "((java.util.function.IntSupplier) () -> { return task; }).getAsInt() | 0, 1, 2",
        "System.nanoTime(); | any",
        "Thread.sleep(0); | null, null, null",
        "Thread.sleep(0) | null, null, null",
        "if (task == 1) return;\\nThread.yield(); | null, null, null",
        "for (int i = 0; i < 2; i++) Thread.yield() | null, null, null",
        "`` | null, null, null",
        "// nothing | null, null, null",
      })
  void lastExpressionOrReturnIsTheResult(String body, String expected) throws Throwable {
    List<Object> results = run(compile(body == null ? "" : body.replace("\\n", "\n")));
    if (!expected.equals("any")) {
      assertThat(results).hasToString("[" + expected + "]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "throw new java.io.IOException();",
        "synchronized (this_) { this_.wait(); }",
      })
  void bodiesThatNeverEndWellCompile(String body) throws CellException {
    notebook.runAll("Object this_ = new Object();");
    assertThat(compile(body).work().elements()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "List.of(\"a\", \"bc\") | item.length() | 1, 2",
        "new int[] {1, 2} | item + 1 | 2, 3",
        "new String[] {\"a\"} | item.isEmpty() | false",
        "java.util.stream.IntStream.range(0, 3) | item % 2 | 0, 1, 0",
        "words.stream().map(String::length) | item + 1 | 2, 3",
        "new TreeMap<>(Map.of(\"a\", 1)) | item.getKey() + item.getValue() | a1",
        "unknown | item | x, yy",
        "words // comment | item.length() | 1, 2",
      })
  void itemHasItsRealType(String over, String body, String expected) throws Throwable {
    notebook.runAll("var words = List.of(\"x\", \"yy\");\nObject unknown = words;");
    assertThat(run(compile(body, over))).hasToString("[" + expected + "]");
  }

  @Test
  void itemMayHaveAnotherName() throws Throwable {
    CompiledBody body =
        compile("word.length()", Optional.of("List.of(\"abc\")"), "word", notebook.scope());
    assertThat(run(body)).containsExactly(3);
  }

  @Test
  void importsOnTopOfTheBodyAreHonoured() throws Throwable {
    String body =
        """
        // first
        import java.util.stream.*;
        import java.time.Duration;

        IntStream.of(task).sum()\
        """;
    assertThat(run(compile(body))).containsExactly(0, 1, 2);
    assertThat(problems(body + " + x", Optional.empty()))
        .extracting(Problem::at)
        .containsExactly(new Position(6, 28));
  }

  @Test
  void compileErrorsPointIntoTheCell() {
    assertThat(problems("int a = 1;\n  a + \"x\" - 1", Optional.empty()))
        .extracting(Problem::at)
        .containsExactly(new Position(3, 3));
    assertThat(problems("int a = 1;\nfoo(a)", Optional.empty()))
        .extracting(Problem::at)
        .containsExactly(new Position(3, 1));
    assertThat(problems("int a = 1 +;\nfoo(a)", Optional.empty()))
        .extracting(Problem::at)
        .containsExactly(new Position(2, 12));
    assertThat(problems("item", Optional.of("wrds"))).extracting(Problem::at).containsExactly(OVER);
  }

  @Test
  void whatHasNoElementsIsSaid() {
    assertThat(problems("item", Optional.of("\"text\"")))
        .containsExactly(
            Problem.at(OVER, 6, "--over: a String is no collection, array, stream or map"));
    assertThat(problems("item", Optional.of("List.of(1 / (int) Math.signum(0.0))")))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("ArithmeticException"));
  }

  @Test
  void exceptionsOfTasksShowTheLineOfTheCell() throws CellException {
    CompiledBody body = compile("int a = task;\n\nreturn 1 / a;");
    assertThatThrownBy(() -> run(body))
        .satisfies(thrown -> {
          assertThat(thrown.getStackTrace()[0].getFileName()).isEqualTo("cell 99");
          assertThat(thrown.getStackTrace()[0].getLineNumber()).isEqualTo(4);
        });
  }

  @Test
  void elementsWithoutEndAreStopped() throws InterruptedException {
    notebook.runAll("var under = new java.util.concurrent.CountDownLatch(1);");
    CountDownLatch under = (CountDownLatch) requireNonNull(notebook.value("under"));
    Scope scope = notebook.scope();
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    String over =
        "java.util.stream.Stream.generate(System::nanoTime).peek(x -> under.countDown()).filter(x"
            + " -> false)";
    new Thread(
            () ->
                ended.complete(
                    catchThrowableOfType(
                        CellException.class,
                        () -> compile("item", Optional.of(over), "item", scope))),
            "shell")
        .start();
    under.await();
    scope.stop();
    assertThat(((CellException) ended.join()).kind()).isEqualTo("Stopped");
  }

  @Test
  void resultsAreDeclaredWithTheirRealType() throws Throwable {
    CompiledBody body = compile("item.length()", "List.of(\"a\", \"bc\")");
    Run<?> run = finished(run(body));
    body.declareResults("lengths", run);
    body.declareRun("measured", run);
    notebook.runAll("int sum = 0;\nfor (int each : lengths) sum += each;");
    assertThat(notebook.value("sum")).isEqualTo(3);
    assertThat(notebook.value("measured")).isSameAs(run);
    notebook.runAll("io.github.heddle.task.Outcome<Integer> first = measured.outcomes().get(0);");
    assertThat(notebook.value("lengths")).isEqualTo(List.of(1, 2));
  }

  @Test
  void resultsOfATypeOfTheNotebook() throws Throwable {
    notebook.runAll("record P(int x) {}");
    CompiledBody body = compile("new P(task)");
    body.declareResults("points", finished(run(body)));
    assertThat(notebook.value("points.get(2).x()")).isEqualTo(2);
  }

  @Test
  void ourVariablesAreNotLeftInTheNotebook() throws Throwable {
    CompiledBody body = compile("task");
    body.declareResults("numbers", finished(run(body)));
    notebook.runAll("int a = 1;");
    assertThat(notebook.problems("heddle$1")).hasSize(1);
    assertThat(notebook.value("numbers")).isEqualTo(List.of(0, 1, 2));
  }

  /// The compiler reads jars; an interrupt in the middle would close them for ever.
  @Test
  void anInterruptWhileABodyIsCompiledLeavesTheCompilerWhole() throws Exception {
    CompletableFuture<Boolean> interruptKept = new CompletableFuture<>();
    notebook
        .scope()
        .thread(
            "magic",
            () -> {
              Thread.currentThread().interrupt();
              try {
                compile("com.google.gson.JsonParser.parseString(\"1\")");
                interruptKept.complete(Thread.interrupted());
              } catch (CellException e) {
                interruptKept.completeExceptionally(e);
              }
            })
        .start();

    assertThat(interruptKept.get()).isTrue();
    assertThat(notebook.value("new com.google.gson.JsonObject().size()")).isEqualTo(0);
  }

  @Test
  void resultsOutliveAnImportOfTheirType() throws Throwable {
    CompiledBody body = compile("task");
    body.declareResults("numbers", finished(run(body)));
    notebook.runAll("int other = 1;");
    notebook.runAll("import java.util.List;");
    assertThat(notebook.value("numbers")).isEqualTo(List.of(0, 1, 2));
  }

  private static Run<?> finished(List<Object> results) {
    List<Outcome<Object>> outcomes = new ArrayList<>();
    results.forEach(each -> outcomes.add(new Outcome.Done<>(each)));
    Plan plan = new Plan("test", results.size(), 1, Optional.empty(), OnError.CONTINUE);
    return new Run<>(plan, outcomes, EmptyTrace.of(results.size()));
  }
}
