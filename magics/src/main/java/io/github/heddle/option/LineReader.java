package io.github.heddle.option;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.MagicLine;
import io.github.heddle.picture.Part;
import io.github.heddle.plan.Repeats;
import io.github.heddle.plan.Request;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Reads one magic line with picocli. Used once.
final class LineReader {
  private final Words words;
  private final CommonWords values;
  private final CommandLine parser;
  private final Findings findings;

  LineReader(MagicLine line, CommonWords values) {
    words = new Words(line.arguments(Set.of(CommonWords.OVER)));
    this.values = values;
    parser = HelpText.configure(new CommandLine(values)).setExpandAtFiles(false);
    parser.getCommandSpec().parser().collectErrors(true);
    findings = new Findings(parser.getCommandSpec(), words);
  }

  Asked read() throws CellException {
    if (parse()) {
      findings.throwAny();
      return new Asked.Run(options(Repeats.ONCE));
    }
    return new Asked.Help(HelpText.of(parser));
  }

  /// The same for the line of `%%compare`.
  Asked readComparison(ModelNames names) throws CellException {
    if (values instanceof CompareWords comparison && parse()) {
      names.check(comparison.models, findings);
      if (!EnumSet.of(Part.LANES).containsAll(values.plot.parts())) {
        findings.add("--plot", "a comparison shows lanes only", "lanes, or none");
      }
      findings.throwAny();
      return new Asked.Comparison(
          names.orUsual(comparison.models), options(Repeats.OF_COMPARISONS), values.repeat != null);
    }
    return new Asked.Help(HelpText.of(parser));
  }

  /// Reads the words; false where help is asked for.
  private boolean parse() {
    CommandLine.ParseResult result = parser.parseArgs(words.texts());
    if (!result.isUsageHelpRequested()) {
      result.errors().forEach(findings::add);
      findContradictions();
    }
    return !result.isUsageHelpRequested();
  }

  /// Where the values of a magic's options go; empty where it is none of this library's.
  static Optional<CommonWords> valuesFor(String magic) {
    return Optional.ofNullable(
        switch (magic) {
          case "sequential" -> new SequentialWords();
          case "async" -> new AsyncWords();
          case "virtual" -> new VirtualWords();
          case "threads" -> new ThreadsWords();
          case "processes" -> new ProcessesWords();
          case CompareWords.NAME -> new CompareWords();
          default -> null;
        });
  }

  private void findContradictions() {
    if (values.over != null && values.tasks != null) {
      findings.add(
          "--tasks",
          "--tasks and --over contradict each other: with --over there is one task per element",
          "leave out --tasks; for fewer elements: --over list.subList(0, 8)");
    }
    if (values.over == null && values.as != null) {
      findings.add("--as", "--as names the element of --over, which is missing", "--over EXPR");
    }
    if ("task".equals(values.as)) {
      findings.add("--as", "`task` is the number of the task already", "choose another name");
    }
    if (values.into != null && values.into.equals(values.run)) {
      findings.add("--run", "--into and --run name the same variable", "choose two names");
    }
  }

  private Options options(Repeats usual) {
    return new Options(
        new Request(
            number(values.tasks),
            number(values.workers()),
            Optional.ofNullable(values.timeout),
            values.onError,
            new Repeats(
                values.warmup == null ? usual.warmups() : values.warmup,
                values.repeat == null ? usual.measured() : values.repeat),
            values.jvm()),
        fragment(CommonWords.OVER, values.over),
        values.as == null ? CommonWords.ITEM : values.as,
        new Options.Variables(Optional.ofNullable(values.into), Optional.ofNullable(values.run)),
        new Options.Presentation(
            values.plot.parts(), values.quiet, fragment(CommonWords.SAVE, values.save)));
  }

  private Optional<Fragment> fragment(String option, @Nullable String value) {
    return Optional.ofNullable(value)
        .map(text -> words.valueOf(parser.getCommandSpec().findOption(option), text))
        .map(word -> new Fragment(word.text(), word.at()));
  }

  private static OptionalInt number(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
