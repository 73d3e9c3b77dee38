package io.github.heddle.option;

import io.github.heddle.picture.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The models and options of `%%compare`.
@Command(
    name = CompareWords.NAME,
    sortOptions = false,
    synopsisHeading = "",
    parameterListHeading = "%nModels%n",
    optionListHeading = "%nOptions%n",
    footerHeading = "%n",
    header = "Runs the same body under several models, in turns, and says which one suits it.",
    footer = {
      "Examples",
      "  %%%%compare -n 8",
      "  countPrimes(task * 100_000, (task + 1) * 100_000)",
      "",
      "  %%%%compare threads virtual --over urls --as url --repeat 5",
      "  fetch(url)"
    })
final class CompareWords extends CommonWords {
  static final String NAME = "compare";

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..*",
      description =
          "What to compare, before the options; by default sequential async threads processes.")
  List<String> models = new ArrayList<>();

  @Option(
      names = {"-w", "--workers"},
      paramLabel = "N",
      order = 1,
      converter = Values.Workers.class,
      description = "Number of workers of the models that let one choose.")
  @Nullable Integer workers;

  CompareWords() {
    plot = new Values.Picture(EnumSet.of(Part.LANES));
  }

  @Override
  @Nullable Integer workers() {
    return workers;
  }
}
