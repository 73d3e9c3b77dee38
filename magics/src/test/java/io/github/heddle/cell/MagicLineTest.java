package io.github.heddle.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagicLineTest {
  private static final Set<String> OVER = Set.of("--over");

  @Test
  void wordsStandWhereTheyStand() throws CellException {
    assertThat(line("%%threads  -n  8").arguments())
        .containsExactly(
            new Argument("-n", new Position(1, 12), 2), new Argument("8", new Position(1, 16), 1));
  }

  @Test
  void backslashesAreKept() throws CellException {
    assertThat(words("%%load C:\\temp\\new \"D:\\my files\\\"", Set.of()))
        .containsExactly("C:\\temp\\new", "D:\\my files\\");
  }

  @Test
  void quotesGroupAndAreRemoved() throws CellException {
    assertThat(line("%%m 'a b' \"c 'd'\" e=\"f g\" \"\"").arguments())
        .containsExactly(
            new Argument("a b", new Position(1, 5), 5),
            new Argument("c 'd'", new Position(1, 11), 7),
            new Argument("e=f g", new Position(1, 19), 7),
            new Argument("", new Position(1, 27), 2));
  }

  @Test
  void quoteThatIsNotClosedIsAnOrdinaryCharacter() throws CellException {
    assertThat(words("%%m don't stop", Set.of())).containsExactly("don't", "stop");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "List.of(1, 2, 3)",
        "List.of(\"a b\", \"c\")",
        "List.of(\"a)\", \" -w 3 \", \"\\\" --as\")",
        "new int[] {1, 2}",
        "xs.stream().map(x -> x - 1)",
        "Stream.of('\"', ' ', ')')",
        "f(a, -b)",
        "a < b ? xs : ys",
        "1 - 2",
        "xs",
      })
  void expressionReachesToTheNextOption(String expression) throws CellException {
    String line = "%%threads -n 2 --over " + expression + "  --as url -w 4";

    List<Argument> arguments = line(line).arguments(OVER);

    assertThat(arguments)
        .extracting(Argument::text)
        .containsExactly("-n", "2", "--over", expression, "--as", "url", "-w", "4");
    assertThat(arguments.get(3).at()).isEqualTo(new Position(1, 23));
    assertThat(arguments.get(3).length()).isEqualTo(expression.length());
    assertThat(words("%%threads --over=" + expression, OVER)).containsExactly("--over", expression);
  }

  @Test
  void wholeExpressionMayBeQuoted() throws CellException {
    assertThat(line("%%threads --over \"List.of(1, 2)\" -w 4").arguments(OVER))
        .contains(new Argument("List.of(1, 2)", new Position(1, 19), 13));
    assertThat(words("%%threads --over 'List.of(\"a b\")' -w 4", OVER))
        .containsExactly("--over", "List.of(\"a b\")", "-w", "4");
  }

  @Test
  void expressionThatIsMissingIsNotInvented() throws CellException {
    assertThat(words("%%threads --over --as url", OVER)).containsExactly("--over", "--as", "url");
    assertThat(words("%%threads --over", OVER)).containsExactly("--over");
    assertThat(words("%%threads --over=", OVER)).containsExactly("--over");
  }

  @Test
  void bracketsThatAreNotClosedTakeTheRestOfTheLine() throws CellException {
    assertThat(words("%%threads --over List.of(1 --as url", OVER))
        .containsExactly("--over", "List.of(1 --as url");
  }

  private static List<String> words(String text, Set<String> expressions) throws CellException {
    return line(text).arguments(expressions).stream().map(Argument::text).toList();
  }

  private static MagicLine line(String text) throws CellException {
    return ((CellSyntax.CellMagic) new Cell(1, text).parse()).line();
  }
}
