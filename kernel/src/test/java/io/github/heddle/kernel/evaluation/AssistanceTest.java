package io.github.heddle.kernel.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.kernel.evaluation.Completions.Completion;
import io.github.heddle.scope.Scope;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AssistanceTest {
  private final Notebook notebook = new Notebook();

  @AfterEach
  void close() {
    notebook.close();
  }

  private Completions complete(String code) {
    return notebook.evaluator().complete(code, code.length());
  }

  private Optional<Inspection> inspect(String code, String at) {
    return notebook.evaluator().inspect(code, code.indexOf(at));
  }

  @Test
  void completionReplacesWhatWasTypedOfTheName() {
    Completions completions = complete("int a = 1;\nSystem.ou");
    assertThat(completions.start()).isEqualTo("int a = 1;\nSystem.".length());
    assertThat(completions.completions()).containsExactly(new Completion("out", "instance", ""));
  }

  @Test
  void completionsKnowWhatTheyAre() {
    notebook.runAll("int counter = 1;\nint countAll(int a) { return a; }");
    assertThat(complete("1 + count").completions())
        .containsExactlyInAnyOrder(
            new Completion("counter", "instance", "int"),
            new Completion("countAll(", "function", "(int)int"));
    assertThat(complete("ArrayLi").completions())
        .contains(new Completion("ArrayList", "class", ""));
    assertThat(complete("\"a\".isEm").completions())
        .contains(new Completion("isEmpty()", "function", ""));
  }

  @Test
  void signatureIsShown() {
    assertThat(inspect("var a = 1;\n\"a\".substring(1)", "bstring"))
        .hasValueSatisfying(inspection -> {
          assertThat(inspection.text()).contains("String String.substring(int beginIndex)");
          assertThat(inspection.markdown()).startsWith("```java\n");
        });
    assertThat(inspect("nothing", "thing")).isEmpty();
  }

  @Test
  void documentationBecomesMarkdown() {
    assertThat(
            Javadoc.markdown(
                """
                Gives {@code a}, see {@link String#length() length}.
                <p>More &lt;b>.
                 @param a b
                """))
        .isEqualTo("Gives `a`, see `String#length()`.\n\nMore <b>.\n\n**param** a b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 1 | Complete[]",
        "int a = 1 | Complete[]",
        "int a = 1; a | Complete[]",
        "// nothing | Complete[]",
        "'  for (;;) {' | Incomplete[indent=      ]",
        "foo(1, | Incomplete[indent=]",
        "int a = 1; if (a == 1 | Incomplete[indent=]",
        "int a = + + ; | Invalid[]",
      })
  void completenessIsTold(String code, String expected) {
    assertThat(notebook.evaluator().completeness(code).toString().strip()).isEqualTo(expected);
  }

  @Test
  void questionsAreAnsweredWhileACellRuns() throws InterruptedException {
    notebook.runAll("var under = new java.util.concurrent.CountDownLatch(1);");
    CountDownLatch under = (CountDownLatch) requireNonNull(notebook.value("under"));
    Scope scope = notebook.scope();
    CompletableFuture<Evaluation> ended = new CompletableFuture<>();
    new Thread(
            () -> ended.complete(notebook.run("under.countDown();\nwhile (true) {}", scope)),
            "shell")
        .start();
    under.await();
    assertThat(complete("und").completions()).extracting(Completion::text).contains("under");
    assertThat(inspect("\"a\".length()", "length")).isPresent();
    assertThat(ended).isNotDone();
    scope.stop();
    assertThat(ended.join()).isEqualTo(new Evaluation.Stopped());
  }
}
