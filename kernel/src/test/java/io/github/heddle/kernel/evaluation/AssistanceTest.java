package io.github.heddle.kernel.evaluation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.heddle.kernel.evaluation.Completions.Completion;
import io.github.heddle.scope.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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
  void namesOfPackagesAreKnownAsSoonAsTheyAreGathered() {
    Stream<Completions> asked = Stream.generate(() -> complete("java.ut")).limit(100);
    assertThat(
            asked.anyMatch(
                each -> each.completions().stream().anyMatch(one -> one.text().equals("util."))))
        .isTrue();
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
    assertThat(inspect("Math.max", "max").orElseThrow().text()).contains("int Math.max(int");
  }

  @Test
  void documentationBecomesMarkdown() {
    assertThat(
            Javadoc.markdown(
                """
                Gives {@code a}, see {@link String#length() length}
                and {@link #f(int, long) f(1, 2)}.
                <p>More &lt;b>.
                 @param a b
                """))
        .isEqualTo(
            "Gives `a`, see `String#length()`\nand `f(int, long)`.\n\nMore <b>.\n\n**param** a b");
  }

  @Test
  void codeInDocumentationStaysAsItIs() {
    assertThat(Javadoc.markdown("Makes a {@code Map<K, List<V>>} of {@code {}}."))
        .isEqualTo("Makes a `Map<K, List<V>>` of `{}`.");
    assertThat(
            Javadoc.markdown(
                """
                Use it so:
                <blockquote><pre>{@code
                  for (List<String> x : y) {
                    x.clear();
                  }
                }</pre></blockquote>
                {@snippet :
                  Map<String, Integer> m = f();
                  if (m == null) {
                  }
                }

                @return no&nbsp;thing
                """))
        .isEqualTo(
            """
            Use it so:

            ```java
            for (List<String> x : y) {
              x.clear();
            }
            ```

            ```java
            Map<String, Integer> m = f();
            if (m == null) {
            }
            ```

            **return** no thing\
            """);
    assertThat(Javadoc.markdown("<pre>\n  a &lt; <b>b</b>\n</pre>"))
        .isEqualTo("```java\na < b\n```");
  }

  @Test
  void heddlesOwnDocumentationIsFound() {
    notebook.runAll(
        "import io.github.heddle.*;", "import static io.github.heddle.kernel.display.Notebook.*;");

    assertThat(inspect("Heddle.threads(4)", "threads").orElseThrow().markdown())
        .contains("Heddle.threads(int workers)")
        .contains("thread");
    assertThat(inspect("display(1)", "display").orElseThrow().markdown())
        .contains("display(Object value)")
        .contains("Shows a value below the cell");
  }

  @Test
  void documentationIsReadFromTheSourcesOfALibrary(@TempDir Path folder) throws IOException {
    Path source = Files.createDirectories(folder.resolve("src/weaving")).resolve("Loom.java");
    Files.writeString(
        source,
        """
        package weaving;

        public class Loom {
          /** Weaves {@code n} rows. */
          public static int weave(int n) {
            return n;
          }
        }
        """);
    Path classes = folder.resolve("classes");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), source.toString()))
        .isZero();
    notebook.evaluator().addToClassPath(List.of(classes));
    assertThat(inspect("weaving.Loom.weave(1)", "weave").orElseThrow().markdown())
        .doesNotContain("Weaves");
    notebook.evaluator().addSources(List.of(folder.resolve("src")));
    assertThat(inspect("weaving.Loom.weave(1)", "weave").orElseThrow().markdown())
        .contains("Weaves `n` rows.");
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
