package io.github.heddle.option;

import io.github.heddle.picture.Part;
import io.github.heddle.plan.OnError;
import io.github.heddle.plan.WorkerJvm;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The options of every model, as picocli fills them in. Mutable; lives only while a line is read.
@Command(
    sortOptions = false,
    synopsisHeading = "",
    optionListHeading = "%nOptions%n",
    footerHeading = "%n")
class CommonWords {
  static final String OVER = "--over";
  static final String SAVE = "--save";
  static final String ITEM = "item";

  @Option(
      order = 0,
      names = {"-n", "--tasks"},
      paramLabel = "N",
      converter = Values.Tasks.class,
      description = "Number of tasks; by default one per worker.")
  @Nullable Integer tasks;

  @Option(
      order = 2,
      names = OVER,
      paramLabel = "EXPR",
      description =
          "One task for each element of a collection, array, stream or map: any Java "
              + "expression. It reaches to the next option; quotes around it are not needed.")
  @Nullable String over;

  @Option(
      order = 3,
      names = "--as",
      paramLabel = "NAME",
      converter = Values.Name.class,
      description = "The element's name in the body; by default item.")
  @Nullable String as;

  @Option(
      order = 4,
      names = "--into",
      paramLabel = "NAME",
      converter = Values.Name.class,
      description = "Declares a List of the results, in task order.")
  @Nullable String into;

  @Option(
      order = 5,
      names = "--run",
      paramLabel = "NAME",
      converter = Values.Name.class,
      description = "Declares the Run itself: outcomes, slices, numbers.")
  @Nullable String run;

  @Option(
      order = 6,
      names = "--timeout",
      paramLabel = "TIME",
      converter = Values.Time.class,
      description = "Ends the whole run after 500ms, 1.5s, 2m ...")
  @Nullable Duration timeout;

  @Option(
      order = 7,
      names = "--on-error",
      paramLabel = "stop|continue",
      converter = Values.Reaction.class,
      description =
          "When a task fails: cancel the others, or run all of them and then "
              + "name every task that failed (continue, the default).")
  OnError onError = OnError.CONTINUE;

  @Option(
      order = 20,
      names = "--repeat",
      paramLabel = "K",
      converter = Values.Runs.class,
      description = "Measures K runs; shown are the median and how far they spread.")
  @Nullable Integer repeat;

  @Option(
      order = 21,
      names = "--warmup",
      paramLabel = "K",
      converter = Values.Warmups.class,
      description = "Runs it K times before, unmeasured.")
  @Nullable Integer warmup;

  @Option(
      order = 22,
      names = SAVE,
      paramLabel = "FILE",
      converter = Values.TraceName.class,
      description =
          "Writes what was recorded to a file: .json for ui.perfetto.dev or chrome://tracing, "
              + ".csv for tables.")
  @Nullable String save;

  @Option(
      order = 30,
      names = "--plot",
      paramLabel = "PARTS",
      converter = Values.Parts.class,
      description =
          "Parts of the picture: lanes, cores, memory, joined by commas (lanes,cores), or none.")
  Values.Picture plot = new Values.Picture(Part.usual());

  @Option(order = 31, names = "--quiet", description = "Shows only the results.")
  boolean quiet;

  @Option(
      order = 40,
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this text and runs nothing.")
  boolean help;

  /// How many workers were asked for, where the model lets one ask.
  @Nullable Integer workers() {
    return null;
  }

  /// What worker processes are to be like, where the model has some.
  WorkerJvm jvm() {
    return WorkerJvm.DEFAULT;
  }
}
