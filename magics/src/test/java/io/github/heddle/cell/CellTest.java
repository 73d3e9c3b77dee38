package io.github.heddle.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
  @Test
  void firstLineNamesTheMagicAndTheRestIsItsBody() throws CellException {
    CellSyntax.CellMagic cell = magic("%%threads -n 8\nint x = 1;\nreturn x;");

    assertThat(cell.line().name()).isEqualTo("threads");
    assertThat(cell.line().at()).isEqualTo(new Position(1, 1));
    assertThat(cell.line().rest()).isEqualTo(new Fragment("-n 8", new Position(1, 11)));
    assertThat(cell.body()).isEqualTo(new Fragment("int x = 1;\nreturn x;", new Position(2, 1)));
  }

  @Test
  void blankLinesMayStandAboveACellMagic() throws CellException {
    CellSyntax.CellMagic cell = magic("\n  \n  %%threads\nbody");

    assertThat(cell.line().at()).isEqualTo(new Position(3, 3));
    assertThat(cell.body()).isEqualTo(new Fragment("body", new Position(4, 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%threads", "%%threads\n", "%%threads   "})
  void theBodyMayBeEmpty(String text) throws CellException {
    assertThat(magic(text).body()).isEqualTo(new Fragment("", new Position(2, 1)));
  }

  @Test
  void windowsLineEndsDoNotReachTheArguments() throws CellException {
    CellSyntax.CellMagic cell = magic("%%threads -n 8\r\nbody");

    assertThat(cell.line().rest().text()).isEqualTo("-n 8");
    assertThat(cell.body()).isEqualTo(new Fragment("body", new Position(2, 1)));
  }

  @Test
  void percentSignsWithoutANameAreAProblem() {
    assertThatExceptionOfType(CellException.class)
        .isThrownBy(() -> new Cell(1, "\n%% threads\n").parse())
        .satisfies(thrown ->
            assertThat(thrown.problems())
                .extracting(Problem::at)
                .containsExactly(new Position(2, 1)));
  }

  @Test
  void cellMagicBelowOtherTextIsAProblem() {
    assertThatExceptionOfType(CellException.class)
        .isThrownBy(() -> new Cell(1, "int x = 1;\n%%threads -n 2\nx").parse())
        .withMessage("%%threads must be the first line of its cell")
        .satisfies(thrown -> {
          assertThat(thrown.kind()).isEqualTo("MagicError");
          assertThat(thrown.problems().getFirst().at()).isEqualTo(new Position(2, 1));
          assertThat(thrown.problems().getFirst().length()).isEqualTo(9);
        });
  }

  @Test
  void emptyCellHasNoSegments() throws CellException {
    assertThat(segments("")).isEmpty();
    assertThat(segments(" \n\t\n")).isEmpty();
  }

  @Test
  void javaAndLineMagicsAlternate() throws CellException {
    List<Segment> segments =
        segments("%maven a:b:1\n  %load x.java\nint x = 1;\nfor (;;) {\n}\n%time work(x)\nx\n");

    assertThat(segments)
        .containsExactly(
            line("maven", 1, 1, "a:b:1", 8),
            line("load", 2, 3, "x.java", 9),
            java("int x = 1;\nfor (;;) {\n}\n", 3),
            line("time", 6, 1, "work(x)", 7),
            java("x\n", 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int p = 7\n%5;",
        "int p = q\n%name;",
        "int p = q // ends here;\n%name;",
        "int p = q /* }\n; */\n%name;",
        "String s = \"\"\"\n  text;\n%time x\n\"\"\";",
        "String s = \"\"\"\n  a \\\"\"\" b;\n%time x\n\"\"\";",
        "f(';'\n%x);",
        "f(1,\n%x);",
        "class A {\n  int f = 1;\n%time x\n}",
        "int a = \";\"\n%b;",
        "/* ;\n%time x\n*/",
        "x;\n%;",
        "x; %time y"
      })
  void percentSignIsJavaWhereNoStatementMayBegin(String text) throws CellException {
    assertThat(segments(text)).containsExactly(java(text, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x; // why\n%time y",
        "{ }\n%time y",
        "char c = '\"';\n%time y",
        "char c = '{';\n%time y",
        "String s = \"\\\"{\";\n%time y",
        "String s = \"unclosed {\n;\n%time y",
        "}\n%time y",
        "/* only a comment */\n%time y",
        "// }\n%time y"
      })
  void lineMagicFollowsAnEndedStatement(String text) throws CellException {
    List<Segment> segments = segments(text);

    assertThat(segments).hasSize(2);
    assertThat(segments.getLast()).isInstanceOf(Segment.LineMagic.class);
  }

  private static CellSyntax.CellMagic magic(String text) throws CellException {
    return (CellSyntax.CellMagic) new Cell(1, text).parse();
  }

  private static List<Segment> segments(String text) throws CellException {
    return ((CellSyntax.Statements) new Cell(1, text).parse()).segments();
  }

  private static Segment java(String text, int line) {
    return new Segment.Java(new Fragment(text, new Position(line, 1)));
  }

  private static Segment line(String name, int line, int column, String rest, int restColumn) {
    Fragment arguments = new Fragment(rest, new Position(line, restColumn));
    return new Segment.LineMagic(new MagicLine(name, new Position(line, column), arguments));
  }
}
