package io.github.heddle.option;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// What `--help` shows: the options, the words used, examples.
final class HelpText {
  private static final int WIDTH = 100;

  private static final String BODY =
      """

      The body is what stands under the magic line: Java statements, run once per task. It sees
      what earlier cells declared, and `task`, the number of its task from 0. The value of its last
      expression, or what it returns, is the task's result.
      """;

  private static final String WORDS =
      """

      Words
        task      one execution of the body
        worker    what tasks run on: a thread, or a process of its own
        wall      first task submitted to last task ended; compiling is not counted
        CPU       CPU time of all threads that ran tasks
        speed-up  the time of the tasks one at a time / wall
        running, ready, waiting, locked
                  on a core; waiting for a core; for I/O or a sleep; for a lock
        resident set
                  the memory that a process has in use, on its heap and beside it
      """;

  private HelpText() {}

  static String of(CommandLine line) {
    CommandLine.Help help = new CommandLine.Help(line.getCommandSpec(), Ansi.OFF);
    return "%%"
        + line.getCommandName()
        + (line.getCommandSpec().positionalParameters().isEmpty() ? "" : " [MODEL ...]")
        + " [options]\n\n"
        + help.header()
        + BODY
        + help.parameterListHeading()
        + help.parameterList()
        + help.optionListHeading()
        + help.optionList()
        + WORDS
        + help.footerHeading()
        + help.footer();
  }

  /// The same parser, laid out as this text needs it.
  static CommandLine configure(CommandLine line) {
    return line.setUsageHelpWidth(WIDTH).setUsageHelpLongOptionsMaxWidth(34);
  }
}
