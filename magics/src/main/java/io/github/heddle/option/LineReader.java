package io.github.heddle.option;

import io.github.heddle.cell.CellException;
import io.github.heddle.cell.Fragment;
import io.github.heddle.cell.MagicLine;
import io.github.heddle.plan.Repeats;
import io.github.heddle.plan.Request;
import io.github.heddle.plan.WorkerJvm;
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

  LineReader(MagicLine line) {
    words = new Words(line.arguments(Set.of(CommonWords.OVER)));
    values = valuesFor(line.name());
    parser = HelpText.configure(new CommandLine(values)).setExpandAtFiles(false);
    parser.getCommandSpec().parser().collectErrors(true);
    findings = new Findings(parser.getCommandSpec(), words);
  }

  Asked read() throws CellException {
    CommandLine.ParseResult result = parser.parseArgs(words.texts());
    if (result.isUsageHelpRequested()) {
      return new Asked.Help(HelpText.of(parser));
    }
    result.errors().forEach(findings::add);
    findContradictions();
    findings.throwAny();
    return new Asked.Run(options());
  }

  private static CommonWords valuesFor(String magic) {
    return switch (magic) {
      case "sequential" -> new SequentialWords();
      case "async" -> new AsyncWords();
      case "virtual" -> new VirtualWords();
      case "threads" -> new ThreadsWords();
      default -> throw new IllegalArgumentException("no magic of this library: " + magic);
    };
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

  private Options options() {
    return new Options(
        new Request(
            number(values.tasks),
            number(values.workers()),
            Optional.ofNullable(values.timeout),
            values.onError,
            new Repeats(
                values.warmup == null ? 0 : values.warmup,
                values.repeat == null ? 1 : values.repeat),
            WorkerJvm.DEFAULT),
        over(),
        values.as == null ? CommonWords.ITEM : values.as,
        new Options.Variables(Optional.ofNullable(values.into), Optional.ofNullable(values.run)),
        new Options.Presentation(values.plot.parts(), values.quiet));
  }

  private Optional<Fragment> over() {
    return Optional.ofNullable(values.over)
        .map(text -> words.valueOf(parser.getCommandSpec().findOption(CommonWords.OVER), text))
        .map(word -> new Fragment(word.text(), word.at()));
  }

  private static OptionalInt number(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
