package io.github.heddle.kernel.magic;

import io.github.heddle.cell.Fragment;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands behind `%timeit`, and what is left of the line.
///
/// @param runs how many runs make a sample; found out where nothing is said
/// @param samples how many samples are taken; as many as fit into the time where nothing is said
record TimeitOptions(OptionalLong runs, OptionalLong samples, Fragment rest) {
  static final String HELP =
      """
      %timeit [-n RUNS] [-r SAMPLES] EXPRESSION
      %%timeit [-n RUNS] [-r SAMPLES] over a cell
      Runs it again and again for about two seconds, and at least ten times, unless that takes longer
      than ten seconds; shows how long one run takes once times have settled, how the samples are spread, and
      when they had: before, the JIT is at work.
        -n RUNS     runs that make one sample (as many as take 2 ms)
        -r SAMPLES  how many samples
      Every result is stored where another thread could read it, so that the JIT must compute it, and
      variables of the notebook are read anew for every run. An expression of constants alone is
      still computed by the compiler: put them into variables. A number as result is boxed, and the loop
      itself takes a nanosecond or two.\
      """;

  private static final Pattern OPTION =
      Pattern.compile("\\s*-(?<name>[nr])\\s*(?<value>\\d{1,12})(?=\\s|$)\\s*");

  /// Takes the options off the beginning of the line.
  static TimeitOptions in(Fragment line) {
    OptionalLong runs = OptionalLong.empty();
    OptionalLong samples = OptionalLong.empty();
    Matcher option = OPTION.matcher(line.text());
    int end = 0;
    while (option.find(end) && option.start() == end) {
      OptionalLong value = OptionalLong.of(Math.max(1, Long.parseLong(option.group("value"))));
      runs = option.group("name").equals("n") ? value : runs;
      samples = option.group("name").equals("r") ? value : samples;
      end = option.end();
      if (end == line.text().length()) {
        break;
      }
    }
    return new TimeitOptions(runs, samples, line.part(end, line.text().length()));
  }
}
