package io.github.heddle.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.heddle.cell.Cell;
import io.github.heddle.cell.CellException;
import io.github.heddle.cell.CellSyntax;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.MagicLine;
import io.github.heddle.cell.Position;
import io.github.heddle.cell.Problem;
import io.github.heddle.picture.Part;
import io.github.heddle.plan.OnError;
import io.github.heddle.plan.Repeats;
import io.github.heddle.plan.Request;
import io.github.heddle.plan.WorkerJvm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
  @Test
  void nothingSaidMeansDefaults() throws CellException {
    assertThat(options("%%threads"))
        .isEqualTo(
            new Options(
                Request.DEFAULTS,
                Optional.empty(),
                "item",
                new Options.Variables(Optional.empty(), Optional.empty()),
                new Options.Presentation(Set.of(Part.LANES, Part.CORES), false, Optional.empty())));
  }

  @Test
  void digitsMayBeGroupedAsInJava() throws CellException {
    assertThat(options("%%threads -n 10_000").request().tasks()).hasValue(10_000);
  }

  @Test
  void everyOptionIsRead() throws CellException {
    Options options =
        options(
            "%%threads --over List.of(\"a b\", \"c\") --as url -w 4 --into pages --run r"
                + " --timeout 1.5s --on-error stop --plot cores --quiet");

    assertThat(options.over())
        .contains(new Fragment("List.of(\"a b\", \"c\")", new Position(1, 18)));
    assertThat(options.item()).isEqualTo("url");
    assertThat(options.request())
        .isEqualTo(
            new Request(
                OptionalInt.empty(),
                OptionalInt.of(4),
                Optional.of(Duration.ofMillis(1500)),
                OnError.STOP,
                Repeats.ONCE,
                WorkerJvm.DEFAULT));
    assertThat(options.variables())
        .isEqualTo(new Options.Variables(Optional.of("pages"), Optional.of("r")));
    assertThat(options.presentation().picture()).containsExactly(Part.CORES);
    assertThat(options.presentation().quiet()).isTrue();
  }

  @Test
  void asyncHasOneLoopAndSaysSo() {
    CellException refused =
        catchThrowableOfType(CellException.class, () -> options("%%async -n 3 -w 2"));

    assertThat(refused.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.message()).isEqualTo("%%async has one event loop");
          assertThat(problem.at()).isEqualTo(new Position(1, 17));
        });
  }

  @Test
  void virtualTakesItsCarriers() throws CellException {
    assertThat(options("%%virtual -w 3").request().workers()).hasValue(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-n 8", "-n8", "-n=8", "--tasks 8", "--tasks=8", "--tasks '8'"})
  void valuesMayBeWrittenInTheUsualWays(String arguments) throws CellException {
    assertThat(options("%%sequential " + arguments).request().tasks()).hasValue(8);
  }

  @ParameterizedTest
  @CsvSource({"500ms,500", "30s,30000", "2m,120000", "1h,3600000", "0.25s,250", "24h,86400000"})
  void timesHaveUnits(String word, long millis) throws CellException {
    assertThat(options("%%threads --timeout " + word).request().timeout())
        .contains(Duration.ofMillis(millis));
  }

  @Test
  void runsAreCountedApartFromThoseBefore() throws CellException {
    assertThat(options("%%threads --repeat 5 --warmup 2").request().repeats())
        .isEqualTo(new Repeats(2, 5));
    assertThat(options("%%threads --warmup 0").request().repeats()).isEqualTo(Repeats.ONCE);
  }

  private static Asked comparison(String line) throws CellException {
    CellSyntax.CellMagic cell = (CellSyntax.CellMagic) new Cell(1, line + "\nwork();").parse();
    return Asked.comparisonBy(cell.line(), List.of("sequential", "threads", "processes"));
  }

  @Test
  void comparisonIsOfTheUsualModelsThatThereAre() throws CellException {
    assertThat(comparison("%%compare -n 8"))
        .isInstanceOfSatisfying(
            Asked.Comparison.class,
            asked -> {
              assertThat(asked.models()).containsExactly("sequential", "threads", "processes");
              assertThat(asked.patient()).isFalse();
              assertThat(asked.options().request().repeats()).isEqualTo(new Repeats(1, 3));
              assertThat(asked.options().presentation().picture()).containsExactly(Part.LANES);
            });
  }

  @Test
  void comparisonIsOfTheModelsThatAreNamed() throws CellException {
    assertThat(comparison("%%compare threads sequential --over xs --repeat 5 --warmup 0 -w 2"))
        .isInstanceOfSatisfying(
            Asked.Comparison.class,
            asked -> {
              assertThat(asked.models()).containsExactly("threads", "sequential");
              assertThat(asked.patient()).isTrue();
              assertThat(asked.options().request().repeats()).isEqualTo(new Repeats(0, 5));
              assertThat(asked.options().request().workers()).hasValue(2);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%%compare thread -n 8        | 11 | 6 | `thread` is no model      | did you mean threads?",
        "%%compare threads threads    | 19 | 7 | threads is named twice    | leave out one of them",
        "%%compare 8                  | 11 | 1 | `8` is no model           | for 8 tasks: -n 8",
        "%%compare fast               | 11 | 4 | `fast` is no model        | models are sequential,"
            + " threads, processes",
        "%%compare --plot cores       | 11 | 6 | a comparison shows lanes only | lanes, or none",
        "%%compare --repat 3          | 11 | 7 | %%compare has no option --repat | did you mean"
            + " --repeat?",
      })
  void badComparisonIsAProblemAtItsColumn(
      String line, int column, int length, String message, String hint) {
    assertThatExceptionOfType(CellException.class)
        .isThrownBy(() -> comparison(line))
        .satisfies(thrown ->
            assertThat(thrown.problems())
                .contains(Problem.at(new Position(1, column), length, message).withHint(hint)));
  }

  @Test
  void everyMagicSaysInOneLineWhatItDoes() {
    assertThat(Summaries.of("threads"))
        .contains("Runs the body once per task on a pool of platform threads that share memory");
    assertThat(Summaries.of("nothing")).isEmpty();
  }

  @Test
  void fileToSaveInHasItsPlace() throws CellException {
    assertThat(options("%%threads --save 'my run.json'").presentation().save())
        .contains(new Fragment("my run.json", new Position(1, 18)));
  }

  @Test
  void noPictureMayBeAskedFor() throws CellException {
    assertThat(options("%%threads --plot none").presentation().picture()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "%%threads --taks 3        | 11 | 6 | %%threads has no option --taks      | did you mean"
            + " --tasks?",
        "%%threads --worker=2      | 11 | 10 | %%threads has no option --worker   | did you mean"
            + " --workers?",
        "%%threads --time 2s       | 11 | 6 | %%threads has no option --time      | did you mean"
            + " --timeout?",
        "%%threads --repeat 0      | 20 | 1 | 0 runs are not possible             | a whole number"
            + " from 1 to 1,000",
        "%%threads --save a.png    | 18 | 5 | a trace is not saved as `a.png`     | a file that"
            + " ends in .json, for ui.perfetto.dev, or in .csv, for tables",
        "%%threads --heap 1g       | 11 | 6 | %%threads has no option --heap      | %%threads"
            + " --help lists the options",
        "%%threads --fresh         | 11 | 7 | %%threads has no option --fresh     | %%threads"
            + " --help lists the options",
        "%%threads --warmup -1     | 20 | 2 | -1 runs are not possible            | a whole number"
            + " from 0 to 1,000",
        "%%sequential -w 2         | 14 | 2 | %%sequential has no option -w       | %%sequential"
            + " --help lists the options",
        "%%threads 8               | 11 | 1 | `8` belongs to no option            | for 8 tasks: -n"
            + " 8",
        "%%threads fast            | 11 | 4 | `fast` belongs to no option         | %%threads"
            + " --help lists the options",
        "%%threads --workers 0     | 21 | 1 | 0 workers are not possible          | a whole number"
            + " from 1 to 10,000",
        "%%threads --workers=0     | 21 | 1 | 0 workers are not possible          | a whole number"
            + " from 1 to 10,000",
        "%%threads -w0             | 13 | 1 | 0 workers are not possible          | a whole number"
            + " from 1 to 10,000",
        "%%threads --tasks -1      | 19 | 2 | -1 tasks are not possible           | a whole number"
            + " from 1 to 10,000,000",
        "%%threads --tasks 10000001| 19 | 8 | 10000001 tasks are not possible     | a whole number"
            + " from 1 to 10,000,000",
        "%%threads -n 99999999999999999999 | 14 | 20 | 99999999999999999999 tasks are not possible"
            + " | a whole number from 1 to 10,000,000",
        "%%threads -n many         | 14 | 4 | `many` is no whole number           | a whole number"
            + " from 1 to 10,000,000",
        "%%threads -n 1.5          | 14 | 3 | `1.5` is no whole number            | a whole number"
            + " from 1 to 10,000,000",
        "%%threads -n \"\"         | 14 | 2 | `` is no whole number               | a whole number"
            + " from 1 to 10,000,000",
        "%%threads -n              | 11 | 2 | -n needs a value                    | -n N",
        "%%threads --into --quiet  | 11 | 6 | --into needs a value                | --into NAME",
        "%%threads --over --as x   | 11 | 6 | --over needs a value                | --over EXPR",
        "%%threads --into 2x       | 18 | 2 | `2x` cannot be the name of a variable | a Java"
            + " identifier, such as results or page2",
        "%%threads --run class     | 17 | 5 | `class` cannot be the name of a variable | a Java"
            + " identifier, such as results or page2",
        "%%threads --into a.b      | 18 | 3 | `a.b` cannot be the name of a variable | a Java"
            + " identifier, such as results or page2",
        "%%threads --over xs --as _ | 26 | 1 | `_` cannot be the name of a variable | a Java"
            + " identifier, such as results or page2",
        "%%threads --timeout 30    | 21 | 2 | `30` is no time                     | a number and a"
            + " unit: 500ms, 1.5s, 2m or 1h",
        "%%threads --timeout -1s   | 21 | 3 | `-1s` is no time                    | a number and a"
            + " unit: 500ms, 1.5s, 2m or 1h",
        "%%threads --timeout 0s    | 21 | 2 | a time limit of 0s is not possible  | longer than 0"
            + " and at most 24h",
        "%%threads --timeout 25h   | 21 | 3 | a time limit of 25h is not possible | longer than 0"
            + " and at most 24h",
        "%%threads --on-error ask  | 22 | 3 | `ask` is no way to go on            | stop or"
            + " continue",
        "%%threads --plot lanes,pie| 18 | 9 | `pie` is no part of the picture     |"
            + " lanes,cores,memory, one of them, or none",
        "%%threads -n 2 -n 3       | 16 | 2 | --tasks is given twice              | leave out one"
            + " of them",
        "%%threads -n 2 --over xs  | 11 | 2 | --tasks and --over contradict each other: with --over"
            + " there is one task per element | leave out --tasks; for fewer elements: --over"
            + " list.subList(0, 8)",
        "%%threads --as x          | 11 | 4 | --as names the element of --over, which is missing |"
            + " --over EXPR",
        "%%threads --over xs --as task | 21 | 4 | `task` is the number of the task already | choose"
            + " another name",
        "%%threads --into a --run a | 20 | 5 | --into and --run name the same variable | choose two"
            + " names",
      })
  void badInputIsAProblemAtItsColumn(
      String line, int column, int length, String message, String hint) {
    assertThat(problems(line))
        .containsExactly(Problem.at(new Position(1, column), length, message).withHint(hint));
  }

  @Test
  void everyProblemIsReportedInTheOrderOfTheLine() {
    assertThat(problems("%%threads -w 0 --colour red -n x"))
        .extracting(Problem::message)
        .containsExactly(
            "0 workers are not possible",
            "%%threads has no option --colour",
            "`x` is no whole number");
  }

  @Test
  void problemsKnowTheLineOfTheCell() {
    assertThat(problems("\n\n  %%threads -w 0"))
        .extracting(Problem::at)
        .containsExactly(new Position(3, 16));
  }

  @Test
  void helpExplainsOptionsWordsAndExamples() throws CellException {
    String help = help("%%threads --help");

    assertThat(help)
        .startsWith("%%threads [options]\n")
        .contains("-w, --workers", "--over", "--on-error", "Words", "wall", "Examples")
        .contains("  %%threads --over urls --as url -w 4 --into pages --timeout 30s\n  fetch(url)")
        .doesNotContain("@|");
    assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void sequentialHasNoWorkersToChoose() throws CellException {
    assertThat(help("%%sequential -h")).doesNotContain("-w, --workers");
  }

  @Test
  void helpIsGivenEvenWhereTheLineIsWrong() throws CellException {
    assertThat(help("%%threads --workers 0 --nope --help")).contains("--workers");
  }

  @Test
  void magicOfAnotherLibraryIsNotRead() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Asked.by(line("%%html")));
  }

  private static Options options(String text) throws CellException {
    return ((Asked.Run) Asked.by(line(text))).options();
  }

  private static String help(String text) throws CellException {
    return ((Asked.Help) Asked.by(line(text))).text();
  }

  private static List<Problem> problems(String text) {
    CellException thrown = catchThrowableOfType(CellException.class, () -> Asked.by(line(text)));
    assertThat(thrown.kind()).isEqualTo("MagicError");
    return thrown.problems();
  }

  private static MagicLine line(String text) throws CellException {
    return ((CellSyntax.CellMagic) new Cell(1, text).parse()).line();
  }
}
