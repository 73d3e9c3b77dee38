package io.github.heddle.kernel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StackTraceTest {
  private final Notebook notebook = new Notebook();

  @AfterEach
  void close() {
    notebook.close();
  }

  /// Frames of cells as `cell:line`.
  private List<String> frames(String source) {
    return ExpressionValue.above(notebook.thrown(source).getStackTrace()).stream()
        .filter(frame -> String.valueOf(frame.getFileName()).startsWith("cell"))
        .map(
            frame -> String.valueOf(frame.getFileName()).substring(5) + ":" + frame.getLineNumber())
        .toList();
  }

  @Test
  void expression() {
    assertThat(frames("int a = 0;\n\n// comment\n1 +\n  2 / a")).containsExactly("1:4");
  }

  @Test
  void variable() {
    assertThat(frames("int zero = 0;\nint a = 1 / zero;")).containsExactly("1:2");
    assertThat(frames("\nvar list = List.of(\n  Integer.parseInt(\"x\"));")).startsWith("2:3");
  }

  @Test
  void statement() {
    assertThat(frames("\nfor (int i = 0; i < 3; i++) {\n  if (i == 2)\n    throw new Error();\n}"))
        .containsExactly("1:4");
  }

  @Test
  void methodCalledFromALaterCell() {
    notebook.runAll("int f(int a) {\n\n  return 1 / a;\n}");
    assertThat(frames("\nf(0)")).containsExactly("1:3", "2:2");
  }

  @Test
  void lambda() {
    notebook.runAll("\nRunnable r = () -> {\n  throw new IllegalStateException();\n};");
    assertThat(frames("r.run()")).containsExactly("1:3", "2:1");
  }

  @Test
  void nestedClassAndConstructor() {
    notebook.runAll(
        """
        class A {
          final int a;
          A(int a) {
            this.a = 1 / a;
          }
          class B {
            int b() {
              return 1 / (a - 1);
            }
          }
        }\
        """);
    assertThat(frames("new A(0)")).containsExactly("1:4", "2:1");
    assertThat(frames("new A(1).new B().b()")).containsExactly("1:8", "3:1");
  }

  @Test
  void anonymousClassInAnExpression() {
    assertThat(frames("new Object() {\n  int f() {\n    throw new Error();\n  }\n}.f()"))
        .startsWith("1:3");
  }

  @Test
  void afterAnImportForcedTheCompilerToWrapAgain() {
    notebook.runAll(
        "int f(int a) {\n  return 1 / a;\n}",
        "import java.util.concurrent.*;\nimport java.util.stream.*;",
        "\n\nint f(int a, int b) {\n  return f(a * b);\n}");
    assertThat(frames("f(0, 1)")).endsWith("4:1").hasSize(3);
  }

  @Test
  void overloadsInOneCell() {
    notebook.runAll(
        """
        int f(int a) {
          return f(a, 0);
        }

        /** x */
        int f(int a, int b) {
          return a / b;
        }
        """);
    assertThat(frames("f(1)")).containsExactly("1:7", "1:2", "2:1");
  }

  @Test
  void declarationThatWasChanged() {
    notebook.runAll("int f(int a) {\n  return a;\n}", "int g(int a) {\n\n  return f(a);\n}");
    notebook.runAll("// another\n\nint f(int a) {\n  return 1 / a;\n}");
    assertThat(frames("g(0)")).containsExactly("3:4", "2:3", "4:1");
  }
}
